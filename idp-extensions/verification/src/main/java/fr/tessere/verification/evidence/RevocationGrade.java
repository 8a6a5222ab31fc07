package fr.tessere.verification.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What is known about the revocation of a document signer and of the country signer above it. */
public enum RevocationGrade {
    /** A fresh list of the issuer is loaded and names neither. */
    GOOD("good"),
    /** A list names one of them; such a document is never accepted. */
    REVOKED("revoked"),
    /** No list of the issuer is loaded. */
    NO_LIST("no-list"),
    /** Lists of the issuer are loaded, and the date until which they count is over. */
    STALE_LIST("stale-list"),
    /** A list in the issuer's name lies there, and none of its trusted keys signed it. */
    INVALID_LIST("invalid-list");

    private final String word;

    RevocationGrade(String word) {
        this.word = word;
    }

    /** The word used in receipts and settings. */
    public String word() {
        return word;
    }

    /** The grade with this word. */
    public static Optional<RevocationGrade> ofWord(String word) {
        return Arrays.stream(values()).filter(grade -> grade.word.equals(word)).findFirst();
    }

    /** What is noted about a document that is accepted with this grade. */
    public Optional<Weakness> weakness() {
        return switch (this) {
            case GOOD, REVOKED -> Optional.empty();
            case NO_LIST -> Optional.of(Weakness.REVOCATION_UNKNOWN);
            case STALE_LIST -> Optional.of(Weakness.REVOCATION_LIST_STALE);
            case INVALID_LIST -> Optional.of(Weakness.REVOCATION_LIST_INVALID);
        };
    }

    /** The grade that was noted so; good if nothing was. */
    public static RevocationGrade noted(Set<Weakness> weaknesses) {
        return Arrays.stream(values())
                .filter(grade -> grade.weakness().filter(weaknesses::contains).isPresent())
                .reduce(GOOD, (better, worse) -> worse);
    }

    /** The same in the words of BSI TR-03135-1. */
    public CheckResult result() {
        return switch (this) {
            case GOOD -> CheckResult.SUCCESSFUL;
            case REVOKED -> CheckResult.FAILED;
            case NO_LIST, STALE_LIST, INVALID_LIST -> CheckResult.UNDETERMINED;
        };
    }
}
