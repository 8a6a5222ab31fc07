package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A mistake that a State made and that was published (BSI TR-03135-1 §4.8.2): it changes what a check says.
 *
 * @param kind what went wrong
 * @param certificates SHA-256 of the certificates that it is about, 32 bytes each
 * @param status of {@link Kind#SIGNER_REVOKED}, 0 to 5 or from 33 on; else 0
 * @param country of {@link Kind#ISSUING_COUNTRY}, two capital letters; else empty
 */
public record Defect(Kind kind, Set<Bytes> certificates, int status, String country) {
    /** What a list can say. */
    public enum Kind {
        /** The signer is not to be trusted, or in doubt: see {@link Defect#revokes()}. */
        SIGNER_REVOKED("signer-revoked"),
        /** The dates of a certificate are wrong: they neither help nor harm. */
        VALIDITY_PERIOD_INCORRECT("validity-period-incorrect"),
        /** The certificate names a wrong country; the right one is given. */
        ISSUING_COUNTRY("issuing-country"),
        /** Keys for Chip Authentication of documents of this signer became known. */
        CHIP_AUTHENTICATION_KEYS_COMPROMISED("chip-authentication-keys-compromised"),
        /** Keys for Active Authentication of documents of this signer became known. */
        ACTIVE_AUTHENTICATION_KEYS_COMPROMISED("active-authentication-keys-compromised");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in lists and verdicts. */
        public String word() {
            return word;
        }

        /** The kind with this word. */
        public static Optional<Kind> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** Not further said, a test certificate, revoked by the issuer, revoked by the list's publisher (table 4.52). */
    private static final Set<Integer> NOT_TRUSTED = Set.of(0, 2, 3, 4);

    public Defect {
        certificates = Set.copyOf(certificates);
        if (certificates.isEmpty() || certificates.stream().anyMatch(digest -> digest.length() != 32)) {
            throw new IllegalArgumentException("a defect names its certificates by SHA-256, 32 bytes each");
        }
        boolean known = status >= 0 && status <= 5 || status > 32;
        if (!known || status != 0 && kind != Kind.SIGNER_REVOKED) {
            throw new IllegalArgumentException("status is 0 to 5 or from 33 on, of signer-revoked only, got " + status);
        }
        if (kind == Kind.ISSUING_COUNTRY ? !country.matches("[A-Z]{2}") : !country.isEmpty()) {
            throw new IllegalArgumentException("country is two capital letters, of issuing-country only");
        }
    }

    /** True if the signer is not trusted; else a revocation in the list leaves it undetermined (table 4.52). */
    public boolean revokes() {
        return kind == Kind.SIGNER_REVOKED && NOT_TRUSTED.contains(status);
    }
}
