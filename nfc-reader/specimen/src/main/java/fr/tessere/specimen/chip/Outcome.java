package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a command, and the secure channel that protects everything behind its answer, if that changes. */
final class Outcome {
    private final ResponseApdu answer;
    private final @Nullable SecureMessaging next;

    private Outcome(ResponseApdu answer, @Nullable SecureMessaging next) {
        this.answer = answer;
        this.next = next;
    }

    static Outcome done() {
        return new Outcome(ResponseApdu.of(StatusWord.OK), null);
    }

    static Outcome of(Bytes data) {
        return new Outcome(new ResponseApdu(data, StatusWord.OK), null);
    }

    static Outcome of(Bytes data, StatusWord status) {
        return new Outcome(new ResponseApdu(data, status), null);
    }

    static Outcome of(Bytes data, SecureMessaging next) {
        return new Outcome(new ResponseApdu(data, StatusWord.OK), next);
    }

    /** The answer, not yet protected. */
    ResponseApdu answer() {
        return answer;
    }

    /** The channel to change to once the answer is on its way (ICAO 9303-11 §9.8.2). */
    Optional<SecureMessaging> next() {
        return Optional.ofNullable(next);
    }
}
