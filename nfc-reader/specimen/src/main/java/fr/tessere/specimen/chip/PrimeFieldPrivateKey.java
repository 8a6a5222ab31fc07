package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;

/**
 * A chip's static DH key as PKCS#8, with its domain parameters in one of the forms that DG14 may have (ICAO 9303-11 §9.5):
 * written out with the order (X9.42) or without it (PKCS#3), or by their number among the standardised ones.
 */
public final class PrimeFieldPrivateKey {
    private static final ASN1ObjectIdentifier STANDARDISED = new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");
    private static final Map<Integer, PrimeGroup> BY_NUMBER = Map.of(
            0, ModularGroups.MODP_1024_160,
            1, ModularGroups.MODP_2048_224,
            2, ModularGroups.MODP_2048_256);
    private static final Map<String, DHParameters> SAFE_PRIMES = Map.of(
            "safe-2048", DHStandardGroups.rfc3526_2048,
            "safe-3072", DHStandardGroups.rfc3526_3072);

    private final AlgorithmIdentifier algorithm;
    private final PrimeGroup group;
    private final BigInteger number;

    private PrimeFieldPrivateKey(AlgorithmIdentifier algorithm, PrimeGroup group, BigInteger number) {
        this.algorithm = algorithm;
        this.group = group;
        this.number = number;
    }

    /**
     * The key that follows from a seed.
     *
     * @param word {@code modp-1024-160}, {@code modp-2048-224}, {@code modp-2048-256} (RFC 5114, written out), {@code
     *     standard-0} to {@code standard-2} (the same by number), {@code safe-2048}, {@code safe-3072} (RFC 3526, no order)
     */
    public static PrimeFieldPrivateKey ofWord(String word, String seed) {
        AlgorithmIdentifier algorithm = named(word);
        PrimeGroup group = group(algorithm).orElseThrow();
        return new PrimeFieldPrivateKey(algorithm, group, number(seed, group));
    }

    /** True for the words of {@link #ofWord}. */
    public static boolean isWord(String word) {
        return word.startsWith("modp-") || word.startsWith("standard-") || SAFE_PRIMES.containsKey(word);
    }

    /** A key as PKCS#8, DER; empty for one of another kind. */
    public static Optional<PrimeFieldPrivateKey> ofPkcs8(Bytes der) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(der.toArray());
        return group(info.getPrivateKeyAlgorithm())
                .map(group -> new PrimeFieldPrivateKey(info.getPrivateKeyAlgorithm(), group, secretOf(info)));
    }

    /** A key in the same group that is not this one: what a forger has. */
    public PrimeFieldPrivateKey other() {
        return new PrimeFieldPrivateKey(algorithm, group, number("forged " + pkcs8().toHex(), group));
    }

    /** PKCS#8, DER. */
    public Bytes pkcs8() {
        try {
            return Bytes.of(new PrivateKeyInfo(algorithm, new ASN1Integer(number)).getEncoded("DER"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** SubjectPublicKeyInfo, DER. */
    public Bytes publicKey() {
        try {
            BigInteger element = group.generator().modPow(number, group.modulus());
            return Bytes.of(new SubjectPublicKeyInfo(algorithm, new ASN1Integer(element)).getEncoded("DER"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    PrivateKeys.Agreement agreement() {
        return new PrivateKeys.Agreement(group, number);
    }

    private static AlgorithmIdentifier named(String word) {
        DHParameters safe = SAFE_PRIMES.get(word);
        if (safe != null) {
            return new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.dhKeyAgreement, new DHParameter(safe.getP(), safe.getG(), 0));
        }
        return switch (word) {
            case "modp-1024-160" -> written(ModularGroups.MODP_1024_160);
            case "modp-2048-224" -> written(ModularGroups.MODP_2048_224);
            case "modp-2048-256" -> written(ModularGroups.MODP_2048_256);
            case "standard-0", "standard-1", "standard-2" ->
                new AlgorithmIdentifier(
                        STANDARDISED, new ASN1Integer(Integer.parseInt(word.substring("standard-".length()))));
            default -> throw new IllegalArgumentException("no group is called " + word);
        };
    }

    private static AlgorithmIdentifier written(PrimeGroup group) {
        return new AlgorithmIdentifier(
                X9ObjectIdentifiers.dhpublicnumber,
                new DomainParameters(group.modulus(), group.generator(), group.order(), null, null));
    }

    private static Optional<PrimeGroup> group(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier kind = algorithm.getAlgorithm();
        if (kind.equals(STANDARDISED)) {
            return Optional.ofNullable(BY_NUMBER.get(
                    ASN1Integer.getInstance(algorithm.getParameters()).intValueExact()));
        }
        if (kind.equals(X9ObjectIdentifiers.dhpublicnumber)) {
            DomainParameters written = DomainParameters.getInstance(algorithm.getParameters());
            return Optional.of(new PrimeGroup(written.getP(), written.getG(), written.getQ()));
        }
        if (kind.equals(PKCSObjectIdentifiers.dhKeyAgreement)) {
            DHParameter written = DHParameter.getInstance(algorithm.getParameters());
            BigInteger half = written.getP().subtract(BigInteger.ONE).shiftRight(1);
            return Optional.of(new PrimeGroup(written.getP(), written.getG(), half));
        }
        return Optional.empty();
    }

    private static BigInteger secretOf(PrivateKeyInfo info) {
        try {
            return ASN1Integer.getInstance(info.parsePrivateKey()).getValue();
        } catch (IOException noNumber) {
            throw new IllegalArgumentException("a DH key that holds no number", noNumber);
        }
    }

    /** From 1 to one less than the order: 1,024 bits of the seed's digests. */
    private static BigInteger number(String seed, PrimeGroup group) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            Bytes first = Bytes.of(digest.digest(seed.getBytes(StandardCharsets.UTF_8)));
            Bytes second = Bytes.of(digest.digest(first.toArray()));
            return new BigInteger(1, Bytes.concat(first, second).toArray())
                    .mod(group.order().subtract(BigInteger.ONE))
                    .add(BigInteger.ONE);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-512", missing);
        }
    }

    /** Prints no part of the key. */
    @Override
    public String toString() {
        return "PrimeFieldPrivateKey[hidden]";
    }
}
