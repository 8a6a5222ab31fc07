package fr.tessere.verification.evidence;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Something that a check looked at, named and recognised by digest: who holds the same bytes can tell that they are the
 * same, and nobody can read anything from it.
 *
 * @param name {@link FileId#word} of a file of the chip, or one of the constants here
 * @param form how the digest was made
 * @param digest 32 bytes
 */
public record Input(String name, Form form, Bytes digest) {
    /** The document signer's certificate. */
    public static final String SIGNER = "signer";
    /** The certificate of the country signer above it: the trust anchor used. */
    public static final String COUNTRY_SIGNER = "country-signer";
    /** A revocation list; which one, {@link RevocationStatus.ListUsed} says. */
    public static final String REVOCATION_LIST = "revocation-list";
    /** The kill switches that were set. */
    public static final String KILL_SWITCHES = "kill-switches";
    /** The list of published defects. */
    public static final String DEFECT_LIST = "defect-list";

    /** Files that say nothing of a person. */
    private static final Set<FileId> IMPERSONAL =
            EnumSet.of(FileId.SOD, FileId.DG14, FileId.DG15, FileId.CARD_ACCESS, FileId.CARD_SECURITY);

    /** How a digest is made. */
    public enum Form {
        /** SHA-256 of the bytes. */
        SHA256("sha-256"),
        /**
         * HMAC-SHA-256 of the bytes under the whole EF.SOD as key. A plain digest of DG1 could be found by trying: names and
         * dates are known to many, and the rest of a machine readable zone is short. EF.SOD cannot be guessed.
         */
        HMAC_UNDER_SOD("hmac-sha-256-under-sod");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /** The word used in receipts. */
        public String word() {
            return word;
        }

        /** The form with this word. */
        public static java.util.Optional<Form> ofWord(String word) {
            return java.util.Arrays.stream(values())
                    .filter(form -> form.word.equals(word))
                    .findFirst();
        }
    }

    /** Something that is no file of a chip, by the SHA-256 that is already known. */
    public static Input of(String name, Bytes sha256) {
        return new Input(name, Form.SHA256, sha256);
    }

    /** A file of the chip whose EF.SOD is this one. */
    public static Input ofFile(FileId file, Bytes raw, Bytes sod) {
        return IMPERSONAL.contains(file)
                ? of(file.word(), DigestAlgorithm.SHA256.digest(raw))
                : new Input(file.word(), Form.HMAC_UNDER_SOD, hmac(raw, sod));
    }

    private static Bytes hmac(Bytes raw, Bytes key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
            return Bytes.of(mac.doFinal(raw.toArray()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
        }
    }
}
