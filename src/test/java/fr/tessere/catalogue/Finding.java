package fr.tessere.catalogue;

import fr.tessere.specimen.catalogue.Case;
import fr.tessere.specimen.catalogue.Expected;
import java.util.Set;

/**
 * What became of a document.
 *
 * @param refusal the code, or empty if it was accepted
 * @param seen who said so: {@code reader}, {@code server}, {@code files} or {@code verify}
 * @param weaknesses words of what was accepted with reserve
 * @param detail for the developer
 */
record Finding(String refusal, String seen, Set<String> weaknesses, String detail) {

    /** True if that is what the row expects. */
    boolean isOf(Case row) {
        return isOf(row.expected())
                && (seen.equals(row.seen().by())
                        || refusal.isEmpty() && !row.seen().isInHand());
    }

    /** True if this is expected, whoever says so. */
    boolean isOf(Expected expected) {
        return switch (expected.outcome()) {
            case ACCEPT -> refusal.isEmpty();
            case FLAG -> refusal.isEmpty() && weaknesses.contains(expected.word());
            case REFUSE -> refusal.equals(expected.word());
            case LEFT_OUT -> false;
        };
    }

    @Override
    public String toString() {
        String what = refusal.isEmpty() ? "accept " + weaknesses : "refuse " + refusal;
        return what + " (" + seen + (detail.isEmpty() ? "" : ": " + detail) + ")";
    }
}
