package fr.tessere.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.Answer;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.specimen.catalogue.Case;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another reader than ours has opened the honest chip and sends the files of the row as they lie, byte for byte. */
final class SentTrial {
    /** What travels as a file. */
    private static final List<FileId> FILES = List.of(FileId.SOD, FileId.DG14, FileId.DG15);

    private final KeycloakServer server;

    SentTrial(KeycloakServer server) {
        this.server = server;
    }

    Finding of(Case row) {
        SpecimenDocument document = row.make();
        try {
            Answer last = Played.changing(
                            Visitor.arriveAt(server).readingHere(),
                            Specimens.load(row.base()),
                            files -> asTheyLie(document, files))
                    .last();
            String refusal = last.type().equals("done") ? "" : last.code().word();
            return new Finding(refusal, "files", Set.of(), last.body());
        } catch (ReadingException refused) {
            throw new AssertionError("the chip is an honest one", refused);
        }
    }

    private static UnverifiedFiles asTheyLie(SpecimenDocument document, UnverifiedFiles read) {
        UnverifiedFiles sent = read;
        for (FileId file : FILES) {
            Optional<Bytes> bytes = document.file(file);
            sent = bytes.isPresent() ? Played.with(file, bytes.get(), sent) : sent;
        }
        return sent;
    }
}
