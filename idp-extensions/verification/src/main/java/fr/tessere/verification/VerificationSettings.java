package fr.tessere.verification;

import fr.tessere.protocol.reading.Limits;
import java.util.Optional;

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

    /** The same in words that do not change, for receipts: what was refused under one policy may pass under another. */
    public String policy() {
        return "rounds=%d expired-specimens=%s expired-documents=%s"
                .formatted(rounds, word(expiredSpecimens), word(expiredDocuments));
    }

    /** The settings of these words; empty if they are not those of {@link #policy}. */
    public static Optional<VerificationSettings> ofPolicy(String policy) {
        for (int rounds = 1; rounds <= Limits.ROUNDS; rounds++) {
            for (boolean specimens : new boolean[] {false, true}) {
                for (boolean documents : new boolean[] {false, true}) {
                    VerificationSettings settings = new VerificationSettings(rounds, specimens, documents);
                    if (settings.policy().equals(policy)) {
                        return Optional.of(settings);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String word(boolean accepted) {
        return accepted ? "accepted" : "refused";
    }

    boolean acceptsExpired(boolean specimen) {
        return specimen ? expiredSpecimens : expiredDocuments;
    }

    /** Four scripts, no expired documents. */
    public static VerificationSettings defaults() {
        return new VerificationSettings(4, false);
    }
}
