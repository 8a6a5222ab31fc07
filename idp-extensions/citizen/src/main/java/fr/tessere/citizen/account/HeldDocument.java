package fr.tessere.citizen.account;

import java.time.Instant;
import java.util.Locale;

/**
 * A document that opens an account.
 *
 * @param digest keyed digest, 64 hexadecimal digits
 * @param type first characters of the MRZ
 * @param issuingState one to three letters (ICAO 9303-3 §5)
 * @param added when it was added
 * @param state whether it opens the account now
 * @param since when that was decided
 */
public record HeldDocument(String digest, String type, String issuingState, Instant added, State state, Instant since) {

    /** A document that is added now. */
    public static HeldDocument added(String digest, String type, String issuingState, Instant at) {
        return new HeldDocument(digest, type, issuingState, at, State.ACTIVE, at);
    }

    /** Whether a document opens its account. */
    public enum State {
        /** It does. */
        ACTIVE,
        /** Its holder blocked it. */
        BLOCKED;

        /** The word in the table. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** A word that is not known here blocks. */
        static State ofWord(String word) {
            return word.equals(ACTIVE.word()) ? ACTIVE : BLOCKED;
        }
    }
}
