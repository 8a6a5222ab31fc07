package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.HashAlgorithm;
import fr.tessere.specimen.authority.SpecimenKey;
import fr.tessere.specimen.chip.PrimeFieldPrivateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** Keys of chips. Those of a profile follow from its name and document number, so that a card made again is the same. */
final class ChipKeys {
    private ChipKeys() {}

    /** A key on this curve, its parameters written out as ICAO 9303-11 §9.1 wants them in DG14. */
    static SpecimenKey onCurve(String curve, String seed) {
        X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
        if (parameters == null) {
            throw new IllegalArgumentException("no curve is called " + curve);
        }
        return elliptic(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters), parameters, seed);
    }

    /** A key on standardised domain parameters, 8 to 18, its curve named. */
    static SpecimenKey onStandardCurve(DomainParameters parameters, String seed) {
        String curve = parameters.word();
        X9ECParameters named = ECNamedCurveTable.getByName(curve);
        if (named == null) {
            throw new IllegalArgumentException(curve + " is no curve");
        }
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getOID(curve));
        return elliptic(algorithm, named, seed);
    }

    /** The key of this word: {@code rsa-1024}, {@code rsa-2048} or the name of a curve. */
    static SpecimenKey ofWord(String word, String seed) {
        return word.startsWith("rsa-")
                ? SpecimenKey.ofResource(ChipKeys.class, "keys/chip-" + word + ".pem")
                : onCurve(word, seed);
    }

    /** A key for Chip Authentication, PKCS#8: a curve's name, or a word of {@link PrimeFieldPrivateKey#ofWord}. */
    static Bytes forAgreement(String word, String seed) {
        return PrimeFieldPrivateKey.isWord(word)
                ? PrimeFieldPrivateKey.ofWord(word, seed).pkcs8()
                : onCurve(word, seed).pkcs8();
    }

    /** The public half of a chip's key, SubjectPublicKeyInfo, DER. */
    static Bytes publicKey(Bytes pkcs8) {
        return PrimeFieldPrivateKey.ofPkcs8(pkcs8)
                .map(PrimeFieldPrivateKey::publicKey)
                .orElseGet(() -> SpecimenKey.ofPkcs8(pkcs8).publicKey());
    }

    /** What a forger has, PKCS#8. */
    static Bytes otherThan(Bytes pkcs8) {
        return PrimeFieldPrivateKey.ofPkcs8(pkcs8)
                .map(key -> key.other().pkcs8())
                .orElseGet(() -> otherThan(SpecimenKey.ofPkcs8(pkcs8)).pkcs8());
    }

    /** What a forger has: a key of the same kind, but not this one. */
    private static SpecimenKey otherThan(SpecimenKey key) {
        PrivateKeyInfo original = PrivateKeyInfo.getInstance(key.pkcs8().toArray());
        AlgorithmIdentifier algorithm = original.getPrivateKeyAlgorithm();
        try {
            if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return elliptic(
                        algorithm, curveOf(algorithm), "forged" + key.pkcs8().toHex());
            }
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                int bits = RSAPrivateKey.getInstance(original.parsePrivateKey())
                        .getModulus()
                        .bitLength();
                return rsa(bits);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("a copy is made of EC and RSA keys only");
    }

    private static X9ECParameters curveOf(AlgorithmIdentifier algorithm) {
        X962Parameters parameters = X962Parameters.getInstance(algorithm.getParameters());
        if (!parameters.isNamedCurve()) {
            return X9ECParameters.getInstance(parameters.getParameters());
        }
        return ECNamedCurveTable.getByOID(ASN1ObjectIdentifier.getInstance(parameters.getParameters()));
    }

    private static SpecimenKey elliptic(AlgorithmIdentifier algorithm, X9ECParameters curve, String seed) {
        Bytes digest = HashAlgorithm.SHA_512.of(Bytes.of(seed.getBytes(StandardCharsets.UTF_8)));
        BigInteger order = curve.getN();
        BigInteger secret = new BigInteger(
                        1,
                        Bytes.concat(digest, HashAlgorithm.SHA_512.of(digest)).toArray())
                .mod(order.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        return pkcs8(algorithm, new ECPrivateKey(order.bitLength(), secret));
    }

    private static SpecimenKey rsa(int bits) throws IOException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), new SecureRandom(), bits, 100));
        PrivateKeyInfo key = PrivateKeyInfoFactory.createPrivateKeyInfo(
                generator.generateKeyPair().getPrivate());
        return SpecimenKey.ofPkcs8(Bytes.of(key.getEncoded()));
    }

    private static SpecimenKey pkcs8(AlgorithmIdentifier algorithm, ECPrivateKey key) {
        try {
            return SpecimenKey.ofPkcs8(Bytes.of(new PrivateKeyInfo(algorithm, key).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
