package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;

/** A data group whose digest the State signed. Only {@link SignedDocument} can make one. */
public final class SignedFile {
    private final FileId id;
    private final Bytes raw;

    SignedFile(FileId id, Bytes raw) {
        this.id = id;
        this.raw = raw;
    }

    /** Which data group it is. */
    public FileId id() {
        return id;
    }

    /** The whole file. */
    public Bytes raw() {
        return raw;
    }

    @Override
    public String toString() {
        return "SignedFile[" + id.word() + ", " + raw.length() + " bytes]";
    }
}
