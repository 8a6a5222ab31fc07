package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.PEMParser;

/** A private key of the specimen world: of a signer or of a chip. Its public half follows from it. */
public final class SpecimenKey {
    private final PrivateKeyInfo pkcs8;
    private final AsymmetricKeyParameter key;

    private SpecimenKey(PrivateKeyInfo pkcs8) throws IOException {
        this.pkcs8 = pkcs8;
        this.key = PrivateKeyFactory.createKey(pkcs8);
    }

    /** A key as PKCS#8 (RFC 5958), DER. */
    public static SpecimenKey ofPkcs8(Bytes der) {
        try {
            return new SpecimenKey(PrivateKeyInfo.getInstance(der.toArray()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("this is no PKCS#8 private key of a kind that chips use", e);
        }
    }

    /** A key from a PEM file beside the given class. */
    public static SpecimenKey ofResource(Class<?> beside, String path) {
        try (InputStream file = beside.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no specimen key " + path);
            }
            byte[] pem = file.readAllBytes();
            PEMParser parser =
                    new PEMParser(new InputStreamReader(new ByteArrayInputStream(pem), StandardCharsets.UTF_8));
            return new SpecimenKey(PrivateKeyInfo.getInstance(parser.readObject()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key on a named curve that follows from this seed. */
    public static SpecimenKey onCurve(String curve, String seed) {
        ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(curve);
        if (oid == null) {
            throw new IllegalArgumentException("no curve is called " + curve);
        }
        return elliptic(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, oid),
                ECNamedCurveTable.getByOID(oid).getN(),
                seed);
    }

    /** The same key with the parameters of its curve written out, as ICAO 9303-12 §4.4.3 asks. */
    SpecimenKey withExplicitCurve(X9ECParameters parameters) {
        return withSecret(((ECPrivateKeyParameters) key).getD(), parameters);
    }

    /** Another private number, and parameters written out. */
    SpecimenKey withSecret(BigInteger secret, X9ECParameters parameters) {
        return elliptic(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters), secret, parameters.getN());
    }

    /** Order of the group of an elliptic-curve key. */
    BigInteger order() {
        return ((ECPrivateKeyParameters) key).getParameters().getN();
    }

    /** A key of the same kind that is not this one: what a forger has. Always the same. */
    SpecimenKey other() {
        if (key instanceof ECPrivateKeyParameters ec) {
            AlgorithmIdentifier algorithm = pkcs8.getPrivateKeyAlgorithm();
            return elliptic(algorithm, ec.getParameters().getN(), "forged " + pkcs8().toHex());
        }
        SpecimenKey forger = ofResource(SpecimenKey.class, "signer-rsa.pem");
        return forger.pkcs8().equals(pkcs8()) ? ofResource(SpecimenKey.class, "signer-rsa-pss.pem") : forger;
    }

    private static SpecimenKey elliptic(AlgorithmIdentifier algorithm, BigInteger order, String seed) {
        Bytes digest = HashAlgorithm.SHA_512.of(Bytes.of(seed.getBytes(StandardCharsets.UTF_8)));
        BigInteger secret = new BigInteger(
                        1,
                        Bytes.concat(digest, HashAlgorithm.SHA_512.of(digest)).toArray())
                .mod(order.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        return elliptic(algorithm, secret, order);
    }

    private static SpecimenKey elliptic(AlgorithmIdentifier algorithm, BigInteger secret, BigInteger order) {
        try {
            return new SpecimenKey(new PrivateKeyInfo(algorithm, new ECPrivateKey(order.bitLength(), secret)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PKCS#8, DER. */
    public Bytes pkcs8() {
        try {
            return Bytes.of(pkcs8.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public half as it stands in certificates, DG14 and DG15, DER; curve parameters written as in the private key. */
    public Bytes publicKey() {
        try {
            return Bytes.of(subjectPublicKey().getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AsymmetricKeyParameter parameters() {
        return key;
    }

    SubjectPublicKeyInfo subjectPublicKey() {
        try {
            if (key instanceof ECPrivateKeyParameters ec) {
                ECDomainParameters domain = ec.getParameters();
                byte[] point = domain.getG().multiply(ec.getD()).normalize().getEncoded(false);
                AlgorithmIdentifier algorithm = pkcs8.getPrivateKeyAlgorithm();
                return new SubjectPublicKeyInfo(algorithm, point);
            }
            if (key instanceof RSAPrivateCrtKeyParameters rsa) {
                return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
            }
            if (key instanceof DSAPrivateKeyParameters dsa) {
                DSAParameters domain = dsa.getParameters();
                return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        new DSAPublicKeyParameters(domain.getG().modPow(dsa.getX(), domain.getP()), domain));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("a specimen key is of elliptic curve, RSA or DSA kind");
    }

    /** Prints no part of the key. */
    @Override
    public String toString() {
        return "SpecimenKey[hidden]";
    }
}
