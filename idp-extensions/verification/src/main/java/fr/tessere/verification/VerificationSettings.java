package fr.tessere.verification;

import fr.tessere.protocol.reading.Limits;

/**
 * What an operator may decide.
 *
 * @param rounds scripts that one reading may need, 1 to {@link Limits#ROUNDS}
 * @param expiredSpecimens true if specimen documents may be expired, document and signer: reference documents are old.
 * @param expiredDocuments true if a State's documents may be expired too: they stay at the lowest level. Their signer's
 *     certificate may not
 */
public record VerificationSettings(int rounds, boolean expiredSpecimens, boolean expiredDocuments) {
    public VerificationSettings {
        if (rounds < 1 || rounds > Limits.ROUNDS) {
            throw new IllegalArgumentException("rounds are 1 to %d, got %d".formatted(Limits.ROUNDS, rounds));
        }
    }

    /** The same where no State's document may be expired. */
    public VerificationSettings(int rounds, boolean expiredSpecimens) {
        this(rounds, expiredSpecimens, false);
    }

    boolean acceptsExpired(boolean specimen) {
        return specimen ? expiredSpecimens : expiredDocuments;
    }

    /** Four scripts, no expired documents. */
    public static VerificationSettings defaults() {
        return new VerificationSettings(4, false);
    }
}
