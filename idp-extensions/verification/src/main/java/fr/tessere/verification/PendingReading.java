package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;

/** A reading between two calls: opaque to everyone but {@link ChipVerification}, so it may lie in any store. */
public final class PendingReading {
    private final Bytes sealed;

    private PendingReading(Bytes sealed) {
        this.sealed = sealed;
    }

    /** The state as it came out of a store; changed bytes are found when it is opened. */
    public static PendingReading of(Bytes sealed) {
        return new PendingReading(sealed);
    }

    /** The bytes to store. */
    public Bytes sealed() {
        return sealed;
    }

    @Override
    public String toString() {
        return "PendingReading[" + sealed.length() + " bytes, sealed]";
    }
}
