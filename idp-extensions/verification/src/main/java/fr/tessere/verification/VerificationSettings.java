package fr.tessere.verification;

import fr.tessere.protocol.reading.Limits;

/**
 * What an operator may decide.
 *
 * @param rounds scripts that one reading may need, 1 to {@link Limits#ROUNDS}
 * @param expiredSpecimens true if specimen documents may be expired, document and signer: reference documents are old.
 *     A State's document never may
 */
public record VerificationSettings(int rounds, boolean expiredSpecimens) {
    public VerificationSettings {
        if (rounds < 1 || rounds > Limits.ROUNDS) {
            throw new IllegalArgumentException("rounds are 1 to %d, got %d".formatted(Limits.ROUNDS, rounds));
        }
    }

    /** Four scripts, no expired documents. */
    public static VerificationSettings defaults() {
        return new VerificationSettings(4, false);
    }
}
