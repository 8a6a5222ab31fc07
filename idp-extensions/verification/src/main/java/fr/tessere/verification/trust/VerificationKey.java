package fr.tessere.verification.trust;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A decoded public key, RSA (by the JDK), elliptic curve or DSA (by Bouncy Castle): what is measured fastest for each. Worth
 * keeping: a freshly decoded brainpool key costs as much again as one verification.
 */
public final class VerificationKey {
    private static final int SMALLEST_RSA = 1024;
    private static final int LARGEST_RSA = 8192;
    private static final int SOUND_RSA = 2048;
    private static final int SOUND_CURVE = 224;

    private final @org.jspecify.annotations.Nullable RSAPublicKey rsa;
    private final @org.jspecify.annotations.Nullable ECPublicKeyParameters ec;

    private final @org.jspecify.annotations.Nullable DSAPublicKeyParameters dsa;

    private VerificationKey(
            @org.jspecify.annotations.Nullable RSAPublicKey rsa,
            @org.jspecify.annotations.Nullable ECPublicKeyParameters ec,
            @org.jspecify.annotations.Nullable DSAPublicKeyParameters dsa) {
        this.rsa = rsa;
        this.ec = ec;
        this.dsa = dsa;
    }

    /** Decodes a key; refuses with this code what is malformed, out of range or not on its curve. */
    public static VerificationKey decode(SubjectPublicKeyInfo info, RefusalCode code) throws RefusedException {
        return Guarded.parse(code, "a public key", () -> {
            ASN1ObjectIdentifier kind = info.getAlgorithm().getAlgorithm();
            if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return new VerificationKey(null, ec(info), null);
            }
            if (kind.equals(PKCSObjectIdentifiers.rsaEncryption) || kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
                return new VerificationKey(rsa(info, code), null, null);
            }
            if (kind.equals(X9ObjectIdentifiers.id_dsa)) {
                return new VerificationKey(null, null, dsa(info, code));
            }
            throw new RefusedException(code, "a public key of kind " + kind);
        });
    }

    /** The RSA key, if it is one. */
    public Optional<RSAPublicKey> rsa() {
        return Optional.ofNullable(rsa);
    }

    /** The elliptic-curve key, if it is one. */
    public Optional<ECPublicKeyParameters> ec() {
        return Optional.ofNullable(ec);
    }

    /** The DSA key, if it is one. */
    public Optional<DSAPublicKeyParameters> dsa() {
        return Optional.ofNullable(dsa);
    }

    /** True for a key that only old documents have. */
    public boolean isDsa() {
        return dsa != null;
    }

    /** True for an RSA modulus below 2,048 bits. */
    public boolean isShortRsa() {
        return rsa != null && rsa.getModulus().bitLength() < SOUND_RSA;
    }

    /** True for a group order below 224 bits. */
    public boolean isShortCurve() {
        return ec != null && ec.getParameters().getN().bitLength() < SOUND_CURVE;
    }

    private static RSAPublicKey rsa(SubjectPublicKeyInfo info, RefusalCode code) throws Exception {
        org.bouncycastle.asn1.pkcs.RSAPublicKey key =
                org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(info.parsePublicKey());
        BigInteger modulus = key.getModulus();
        BigInteger exponent = key.getPublicExponent();
        int bits = modulus.bitLength();
        RefusedException.require(
                modulus.signum() > 0 && modulus.testBit(0) && bits >= SMALLEST_RSA && bits <= LARGEST_RSA,
                code,
                "an RSA modulus of " + bits + " bits");
        RefusedException.require(
                exponent.testBit(0) && exponent.compareTo(BigInteger.TWO) > 0 && exponent.bitLength() <= 64,
                code,
                "an RSA exponent out of range");
        return (RSAPublicKey)
                KeyFactory.getInstance("RSA", "SunRsaSign").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    /** Sizes first: what follows computes with these numbers. Then the key lies in the group of prime order (FIPS 186-4). */
    private static DSAPublicKeyParameters dsa(SubjectPublicKeyInfo info, RefusalCode code) throws Exception {
        DSAParameter written = DSAParameter.getInstance(info.getAlgorithm().getParameters());
        BigInteger p = written.getP();
        BigInteger q = written.getQ();
        RefusedException.require(
                p.bitLength() >= SMALLEST_RSA && p.bitLength() <= 3072 && q.bitLength() >= 160 && q.bitLength() <= 256,
                code,
                "a DSA key of %d and %d bits".formatted(p.bitLength(), q.bitLength()));
        BigInteger y = ASN1Integer.getInstance(info.parsePublicKey()).getPositiveValue();
        // refuses a y out of range or outside the group
        return new DSAPublicKeyParameters(y, new DSAParameters(p, q, written.getG()));
    }

    private static ECPublicKeyParameters ec(SubjectPublicKeyInfo info) {
        KnownCurves.KnownCurve known = KnownCurves.of(
                        X962Parameters.getInstance(info.getAlgorithm().getParameters()))
                .orElseThrow(() -> new IllegalArgumentException("an unknown curve"));
        ECPoint point =
                known.domain().getCurve().decodePoint(info.getPublicKeyData().getOctets());
        return new ECPublicKeyParameters(point, known.domain());
    }
}
