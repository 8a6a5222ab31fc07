package fr.tessere.verification.evidence;

/** What is accepted because documents in circulation have it, and noted because nobody would choose it today. */
public enum Weakness {
    /** SHA-1 in the signature of EF.SOD or of a certificate, or as digest of the data groups. */
    SHA1("sha-1"),
    /** SHA-1 in the chip's signature over a challenge: who finds two challenges of one digest still cannot choose them. */
    SHA1_CHALLENGE("sha-1-challenge"),
    /** An RSA key below 2,048 bits. */
    SHORT_RSA_KEY("short-rsa-key"),
    /** A curve below 224 bits of order. */
    SHORT_CURVE("short-curve"),
    /** A DSA key, which the standard dropped long ago. */
    DSA("dsa"),
    /** Signed outside the time in which the signer's certificate lets its private key sign (ICAO 9303-12 §7.1.1.5). */
    SIGNER_KEY_PERIOD("signer-key-period"),
    /** The signer's certificate does not name its issuer's key, or another one; the signature decided. */
    SIGNER_KEY_IDENTIFIER("signer-key-identifier"),
    /** Chip Authentication with Triple-DES. */
    TRIPLE_DES("triple-des"),
    /** DG14 does not repeat what EF.CardAccess offers, so that nobody signed it (documents from before that rule). */
    CARD_ACCESS_UNSIGNED("card-access-unsigned"),
    /** EF.SOD is signed directly, without signed attributes. */
    NO_SIGNED_ATTRIBUTES("no-signed-attributes"),
    /** No revocation list of the signer's issuer is loaded. */
    REVOCATION_UNKNOWN("revocation-unknown"),
    /** Revocation lists of the issuer are loaded, and the date until which they count is over. */
    REVOCATION_LIST_STALE("revocation-list-stale"),
    /** A revocation list in the issuer's name is there, and none of its trusted keys signed it. */
    REVOCATION_LIST_INVALID("revocation-list-invalid"),
    /** No source said whether the document was reported or blocked. */
    STATUS_UNKNOWN("status-unknown");

    private final String word;

    Weakness(String word) {
        this.word = word;
    }

    /** The word used in receipts. */
    public String word() {
        return word;
    }

    /** The weakness with this word. */
    public static java.util.Optional<Weakness> ofWord(String word) {
        return java.util.Arrays.stream(values())
                .filter(weakness -> weakness.word.equals(word))
                .findFirst();
    }
}
