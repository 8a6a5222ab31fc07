package fr.tessere.verification.evidence;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The digests that ICAO 9303-12 §4.4.1 allows. Computed by the JDK, ten times faster there than in Bouncy Castle. */
public enum DigestAlgorithm {
    SHA1("SHA-1", "1.3.14.3.2.26", 20),
    SHA224("SHA-224", "2.16.840.1.101.3.4.2.4", 28),
    SHA256("SHA-256", "2.16.840.1.101.3.4.2.1", 32),
    SHA384("SHA-384", "2.16.840.1.101.3.4.2.2", 48),
    SHA512("SHA-512", "2.16.840.1.101.3.4.2.3", 64);

    private final String jcaName;
    private final String oid;
    private final int length;

    DigestAlgorithm(String jcaName, String oid, int length) {
        this.jcaName = jcaName;
        this.oid = oid;
        this.length = length;
    }

    /** The digest that this identifier names; parameters absent or NULL. */
    public static DigestAlgorithm of(AlgorithmIdentifier identifier) throws RefusedException {
        RefusedException.require(
                identifier.getParameters() == null || DERNull.INSTANCE.equals(identifier.getParameters()),
                RefusalCode.SOD_ALGORITHM,
                "a digest algorithm with parameters");
        return ofOid(identifier.getAlgorithm().getId());
    }

    /** The digest with this object identifier. */
    public static DigestAlgorithm ofOid(String oid) throws RefusedException {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.oid.equals(oid)) {
                return algorithm;
            }
        }
        throw new RefusedException(RefusalCode.SOD_ALGORITHM, "digest algorithm " + oid + " is not allowed");
    }

    /** The name in Java and in receipts, for example {@code SHA-256}. */
    public String jcaName() {
        return jcaName;
    }

    /** Bytes of a digest. */
    public int length() {
        return length;
    }

    /** The digest of these bytes, one part behind the other. */
    public byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(jcaName, "SUN");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + jcaName, missing);
        }
    }

    /** The digest of these bytes. */
    public Bytes digest(Bytes bytes) {
        return Bytes.of(digest(bytes.toArray()));
    }
}
