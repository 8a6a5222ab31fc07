package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.chip.PrimeFieldPrivateKey;
import fr.tessere.specimen.document.SpecimenDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * Faults of the chip's public keys, in DG14 (Chip Authentication) and DG15 (Active Authentication): {@code
 * key(dg14,infinity)}. The chip keeps its private key.
 */
final class KeyFaults {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final ASN1ObjectIdentifier NO_ALGORITHM = new ASN1ObjectIdentifier("1.2.840.10045.2.99");

    private KeyFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put("key", (document, word) -> {
            UnaryOperator<SubjectPublicKeyInfo> change = change(word);
            return FileFaults.file(word) == FileId.DG15
                    ? inDg15(document, change)
                    : InfoFaults.each(document, kind(word), parts -> {
                        List<ASN1Encodable> changed = new ArrayList<>(parts);
                        changed.set(1, change.apply(SubjectPublicKeyInfo.getInstance(parts.get(1))));
                        return changed;
                    });
        });
    }

    private static FaultWord kind(FaultWord word) {
        return new FaultWord(word.name(), List.of(word.argument(0), "key"));
    }

    private static UnaryOperator<SubjectPublicKeyInfo> change(FaultWord word) {
        return switch (word.argument(1)) {
            case "flip" -> key -> new SubjectPublicKeyInfo(key.getAlgorithm(), flipped(bits(key)));
            case "infinity" -> key -> new SubjectPublicKeyInfo(key.getAlgorithm(), new byte[] {0});
            case "short" ->
                key -> new SubjectPublicKeyInfo(
                        key.getAlgorithm(), java.util.Arrays.copyOf(bits(key), bits(key).length - 1));
            case "algorithm" ->
                key -> new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(NO_ALGORITHM, key.getAlgorithm().getParameters()), bits(key));
            case "no-parameters" ->
                key -> new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(key.getAlgorithm().getAlgorithm(), DERNull.INSTANCE), bits(key));
            case "number" -> key -> number(key.getAlgorithm(), FileFaults.number(word, 2));
            case "minus-one" ->
                key -> new SubjectPublicKeyInfo(
                        key.getAlgorithm(), encoded(prime(key).subtract(ONE)));
            case "group" ->
                key -> SubjectPublicKeyInfo.getInstance(
                        PrimeFieldPrivateKey.ofWord(word.argument(2), "a key that nobody has")
                                .publicKey()
                                .toArray());
            case "small-generator" -> KeyFaults::smallGenerator;
            case "named" ->
                key -> new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getOID(word.argument(2))),
                        bits(key));
            case "curve" -> key -> generator(word.argument(2));
            case "own-generator" -> KeyFaults::tampered;
            case "small-order" -> key -> smallOrder();
            case "rsa" -> key -> rsa(FileFaults.number(word, 2), BigInteger.valueOf(FileFaults.number(word, 3)));
            default -> throw new IllegalArgumentException("no fault of a key is called " + word.argument(1));
        };
    }

    private static SpecimenDocument inDg15(SpecimenDocument document, UnaryOperator<SubjectPublicKeyInfo> change) {
        try {
            Bytes content = StrictTlv.parse(FileId.DG15.tag(), document.fileOf(FileId.DG15))
                    .value();
            Bytes changed = Bytes.of(change.apply(SubjectPublicKeyInfo.getInstance(content.toArray()))
                    .getEncoded());
            return document.withFile(FileId.DG15, new StrictTlv(FileId.DG15.tag(), changed).encode());
        } catch (TlvException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The generator of another curve as a public key: a point of a weak curve that everybody knows. */
    private static SubjectPublicKeyInfo generator(String curve) {
        X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters),
                parameters.getG().getEncoded(false));
    }

    /** The same curve written out, but the public key itself as generator, for which 1 is the private key. */
    private static SubjectPublicKeyInfo tampered(SubjectPublicKeyInfo key) {
        X962Parameters written = X962Parameters.getInstance(key.getAlgorithm().getParameters());
        X9ECParameters right = X9ECParameters.getInstance(written.getParameters());
        X9ECPoint generator = new X9ECPoint(right.getCurve().decodePoint(bits(key)), false);
        X9ECParameters wrong =
                new X9ECParameters(right.getCurve(), generator, right.getN(), right.getH(), right.getSeed());
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, wrong), bits(key));
    }

    /** Curve25519 in its short form has a cofactor of 8; its point with y = 0 reaches two elements only. */
    private static SubjectPublicKeyInfo smallOrder() {
        X9ECParameters parameters = CustomNamedCurves.getByName("Curve25519");
        BigInteger prime = parameters.getCurve().getField().getCharacteristic();
        // x = A / 3, where A is 486662 in the curve's form of Montgomery
        BigInteger x = BigInteger.valueOf(486_662)
                .multiply(BigInteger.valueOf(3).modInverse(prime))
                .mod(prime);
        byte[] point = parameters.getCurve().createPoint(x, BigInteger.ZERO).getEncoded(false);
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters), point);
    }

    private static SubjectPublicKeyInfo number(AlgorithmIdentifier algorithm, int number) {
        return new SubjectPublicKeyInfo(algorithm, encoded(BigInteger.valueOf(number)));
    }

    /** The same prime, and a generator that reaches two elements only. */
    private static SubjectPublicKeyInfo smallGenerator(SubjectPublicKeyInfo key) {
        DomainParameters right = DomainParameters.getInstance(key.getAlgorithm().getParameters());
        DomainParameters wrong =
                new DomainParameters(right.getP(), right.getP().subtract(ONE), right.getQ(), null, null);
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.dhpublicnumber, wrong), bits(key));
    }

    private static BigInteger prime(SubjectPublicKeyInfo key) {
        return DomainParameters.getInstance(key.getAlgorithm().getParameters()).getP();
    }

    private static byte[] encoded(BigInteger number) {
        try {
            return new ASN1Integer(number).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SubjectPublicKeyInfo rsa(int bits, BigInteger exponent) {
        BigInteger modulus =
                new BigInteger(bits, new SecureRandom()).setBit(bits - 1).setBit(0);
        try {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new RSAPublicKey(modulus, exponent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bits(SubjectPublicKeyInfo key) {
        return key.getPublicKeyData().getBytes();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length - 1] ^= 1;
        return changed;
    }
}
