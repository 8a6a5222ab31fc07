package fr.tessere.officer;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.Answer;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;

/** A citizen who tries to sign in with a specimen. */
final class Reader {
    /** What every node promises is two seconds; the rest is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private Reader() {}

    /** The end of a whole reading. */
    static Answer read(KeycloakServer server, String profile) {
        return read(server, Specimens.load(profile));
    }

    static Answer read(KeycloakServer server, SpecimenDocument document) {
        try {
            return Played.honestly(Visitor.arriveAt(server).readingHere(), document)
                    .last();
        } catch (ReadingException broken) {
            throw new AssertionError(broken);
        }
    }

    static void awaitRefused(KeycloakServer server, String profile, RefusalCode code) {
        Waiting.until(profile + " is refused with " + code.word(), SOON, () -> {
            Answer last = read(server, profile);
            return last.status() != 200 && last.code() == code;
        });
    }

    static void awaitAccepted(KeycloakServer server, String profile) {
        Waiting.until(
                profile + " is accepted", SOON, () -> read(server, profile).status() == 200);
    }
}
