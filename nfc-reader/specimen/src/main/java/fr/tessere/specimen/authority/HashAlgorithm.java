package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The hash algorithms that eMRTDs use (ICAO 9303-12 §4.4); SHA-1 only for old or faulty documents. */
public enum HashAlgorithm {
    SHA_1("SHA-1", OIWObjectIdentifiers.idSHA1),
    SHA_224("SHA-224", NISTObjectIdentifiers.id_sha224),
    SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256),
    SHA_384("SHA-384", NISTObjectIdentifiers.id_sha384),
    SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512);

    private final String word;
    private final ASN1ObjectIdentifier oid;

    HashAlgorithm(String word, ASN1ObjectIdentifier oid) {
        this.word = word;
        this.oid = oid;
    }

    /** The usual name, for example {@code SHA-256}; also the name that the JDK knows. */
    public String word() {
        return word;
    }

    /** The algorithm with this word. */
    public static HashAlgorithm ofWord(String word) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hash algorithm is called " + word));
    }

    /** The hash of these bytes. */
    public Bytes of(Bytes bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance(word).digest(bytes.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + word, e);
        }
    }

    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(oid);
    }

    Digest digest() {
        return switch (this) {
            case SHA_1 -> new SHA1Digest();
            case SHA_224 -> new SHA224Digest();
            case SHA_256 -> new SHA256Digest();
            case SHA_384 -> new SHA384Digest();
            case SHA_512 -> new SHA512Digest();
        };
    }
}
