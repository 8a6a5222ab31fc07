package fr.tessere.keycloak.status;

import java.time.Instant;
import java.util.Arrays;

/**
 * What an officer did. No personal data: officers are accounts of staff, documents are keyed digests.
 *
 * @param area what it was about
 * @param subject the switch ({@code country FR}), the digest of a document, or the digest of an imported file
 * @param before state before, for example {@code off}, {@code lost}, {@code none}
 * @param after state after
 * @param officer id of the officer's account
 * @param reason in the officer's words
 * @param at when
 */
public record OfficerAct(
        Area area, String subject, String before, String after, String officer, String reason, Instant at) {

    /** What an act is about. */
    public enum Area {
        SWITCH("switch"),
        DOCUMENT("document"),
        IMPORT("import"),
        RULE("rule"),
        TRUST("trust");

        private final String word;

        Area(String word) {
            this.word = word;
        }

        /** The stable word. */
        public String word() {
            return word;
        }

        /** The area with this word, which we wrote ourselves. */
        public static Area ofWord(String word) {
            return Arrays.stream(values())
                    .filter(area -> area.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("unknown area of an act"));
        }
    }
}
