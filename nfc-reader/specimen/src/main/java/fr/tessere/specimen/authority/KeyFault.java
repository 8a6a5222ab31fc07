package fr.tessere.specimen.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/** What can be wrong, or merely unusual, with the certified key of a document signer. */
public enum KeyFault {
    /** All parameters of P-256 written out: as good as its name, and what ICAO 9303-12 §4.4.3 asks for. */
    EXPLICIT_CURVE(() -> explicit(named().getG(), named().getH())),
    EXPLICIT_WITHOUT_COFACTOR(() -> explicit(named().getG(), null)),
    /** P-256 with a generator for which anyone knows the private key of any public key (CVE-2020-0601). */
    GENERATOR_OTHER(KeyFault::otherGenerator),
    /** Named, but none of the curves of ICAO 9303. */
    CURVE_OTHER(() -> of(SpecimenKey.onCurve("secp256k1", "another curve"))),
    POINT_OFF_CURVE(() -> point(KeyFault::moved)),
    POINT_INFINITY(() -> point(encoded -> new byte[1])),
    POINT_EMPTY(() -> point(encoded -> new byte[0])),
    /** The short form of a point, which ICAO 9303-12 §4.4.3 does not allow and everybody can read. */
    POINT_COMPRESSED(() -> point(KeyFault::compressed)),
    /** 192 bits: weak, and in old documents. */
    CURVE_192(() -> of(SpecimenKey.onCurve("secp192r1", "a short curve"))),
    RSA_1024(() -> rsa("signer-rsa-1024.pem")),
    RSA_768(() -> rsa("signer-rsa-768.pem")),
    /** The signature is the padded hash itself: see {@link SignatureFault#EXPONENT_ONE}. */
    EXPONENT_1(() -> exponent(BigInteger.ONE)),
    EXPONENT_2(() -> exponent(BigInteger.TWO)),
    /** Allowed, and safe where the whole padding is compared: see {@link SignatureFault#GARBAGE_BEHIND_HASH}. */
    EXPONENT_3(() -> exponent(BigInteger.valueOf(3))),
    MODULUS_EVEN(() -> numbers(modulus().clearBit(0), BigInteger.valueOf(65_537))),
    EXPONENT_HUGE(() -> exponent(BigInteger.ONE.shiftLeft(2_000).setBit(0)));

    private final Supplier<Pair> pair;

    KeyFault(Supplier<Pair> pair) {
        this.pair = pair;
    }

    /** Who signs, and what the certificate says. */
    record Pair(SpecimenKey key, SubjectPublicKeyInfo certified, SignatureScheme scheme) {}

    /** The word used on the command line, for example {@code explicit-curve}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Pair pair() {
        return pair.get();
    }

    private static X9ECParameters named() {
        return ECNamedCurveTable.getByName("secp256r1");
    }

    private static SpecimenKey elliptic() {
        return SpecimenKey.onCurve("secp256r1", "a key with a fault");
    }

    private static Pair of(SpecimenKey key) {
        return new Pair(key, key.subjectPublicKey(), SignatureScheme.ECDSA_SHA256);
    }

    private static Pair explicit(ECPoint generator, @org.jspecify.annotations.Nullable BigInteger cofactor) {
        X9ECParameters known = named();
        return of(elliptic()
                .withExplicitCurve(
                        new X9ECParameters(known.getCurve(), new X9ECPoint(generator, false), known.getN(), cofactor)));
    }

    /** The public key Q stays; with the generator Q/2 its private key is 2. */
    private static Pair otherGenerator() {
        X9ECParameters known = named();
        ECPoint point = known.getCurve()
                .decodePoint(elliptic().subjectPublicKey().getPublicKeyData().getBytes());
        ECPoint generator =
                point.multiply(BigInteger.TWO.modInverse(known.getN())).normalize();
        return of(elliptic()
                .withSecret(
                        BigInteger.TWO,
                        new X9ECParameters(
                                known.getCurve(), new X9ECPoint(generator, false), known.getN(), known.getH())));
    }

    private static Pair point(java.util.function.UnaryOperator<byte[]> change) {
        SubjectPublicKeyInfo right = elliptic().subjectPublicKey();
        byte[] changed = change.apply(right.getPublicKeyData().getBytes());
        return new Pair(
                elliptic(), new SubjectPublicKeyInfo(right.getAlgorithm(), changed), SignatureScheme.ECDSA_SHA256);
    }

    private static byte[] moved(byte[] encoded) {
        encoded[encoded.length - 1] ^= 1;
        return encoded;
    }

    private static byte[] compressed(byte[] encoded) {
        return named().getCurve().decodePoint(encoded).getEncoded(true);
    }

    private static Pair rsa(String file) {
        SpecimenKey key = SpecimenKey.ofResource(KeyFault.class, file);
        return new Pair(key, key.subjectPublicKey(), SignatureScheme.RSA_SHA256);
    }

    private static BigInteger modulus() {
        return ((RSAKeyParameters)
                        SpecimenKey.ofResource(KeyFault.class, "signer-rsa.pem").parameters())
                .getModulus();
    }

    private static Pair exponent(BigInteger exponent) {
        return numbers(modulus(), exponent);
    }

    private static Pair numbers(BigInteger modulus, BigInteger exponent) {
        try {
            DERSequence key =
                    new DERSequence(new ASN1Encodable[] {new ASN1Integer(modulus), new ASN1Integer(exponent)});
            return new Pair(
                    SpecimenKey.ofResource(KeyFault.class, "signer-rsa.pem"),
                    new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), key),
                    SignatureScheme.RSA_SHA256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
