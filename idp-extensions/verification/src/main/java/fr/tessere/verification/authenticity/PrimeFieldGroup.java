package fr.tessere.verification.authenticity;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.agreement.DHStandardGroups;

/**
 * A subgroup of prime order in a prime field. Those of RFC 5114 (§9.5.1), RFC 3526 and RFC 7919 are known; of others,
 * which nobody has studied, everything is checked that makes the discrete logarithm hard.
 *
 * @param title for receipts, for example {@code RFC 5114 2048-256}
 * @param prime p, 2,048 to 4,096 bits
 * @param generator g, of order q
 * @param order q, prime, at least 224 bits
 */
record PrimeFieldGroup(String title, BigInteger prime, BigInteger generator, BigInteger order) {
    private static final int SMALLEST_PRIME = 2048;
    /** A bound on the work that a file can ask for. */
    private static final int LARGEST_PRIME = 4096;

    private static final int SMALLEST_ORDER = 224;
    /** A composite passes with probability 2^-100 at most. */
    private static final int CERTAINTY = 100;

    private static final Map<Integer, String> STANDARDIZED =
            Map.of(0, "RFC 5114 1024-160", 1, "RFC 5114 2048-224", 2, "RFC 5114 2048-256");
    private static final Map<String, PrimeFieldGroup> KNOWN = known();

    /** The group that these parameters of a key name, or spell out (PKCS#3 or X9.42). */
    static PrimeFieldGroup of(AlgorithmIdentifier algorithm) throws RefusedException {
        return Guarded.parse(RefusalCode.CHIP_KEY_MALFORMED, "the chip's domain parameters", () -> {
            String oid = algorithm.getAlgorithm().getId();
            if (oid.equals(CurveKey.STANDARDIZED)) {
                return standardized(
                        ASN1Integer.getInstance(algorithm.getParameters()).intValueExact());
            }
            if (oid.equals(X9ObjectIdentifiers.dhpublicnumber.getId())) {
                DomainParameters written = DomainParameters.getInstance(algorithm.getParameters());
                return explicit(written.getP(), written.getG(), Optional.of(written.getQ()));
            }
            require(oid.equals(PKCSObjectIdentifiers.dhKeyAgreement.getId()), "a chip key of kind " + oid);
            DHParameter written = DHParameter.getInstance(algorithm.getParameters());
            return explicit(written.getP(), written.getG(), Optional.empty());
        });
    }

    /** True for an element of the subgroup other than 1: no small subgroup can be reached with it. */
    boolean contains(BigInteger number) {
        boolean inRange = number.compareTo(BigInteger.ONE) > 0 && number.compareTo(prime.subtract(BigInteger.ONE)) < 0;
        return inRange && number.modPow(order, prime).equals(BigInteger.ONE);
    }

    private static PrimeFieldGroup standardized(int parameterId) throws RefusedException {
        PrimeFieldGroup known = KNOWN.get(STANDARDIZED.getOrDefault(parameterId, ""));
        if (known == null) {
            throw new RefusedException(RefusalCode.CHIP_KEY_MALFORMED, "domain parameters " + parameterId);
        }
        requireSize(known.prime());
        return known;
    }

    private static PrimeFieldGroup explicit(BigInteger prime, BigInteger generator, Optional<BigInteger> order)
            throws RefusedException {
        requireSize(prime);
        for (PrimeFieldGroup known : KNOWN.values()) {
            if (known.prime().equals(prime)) {
                boolean same = known.generator().equals(generator)
                        && (order.isEmpty() || known.order().equals(order.get()));
                requireSound(same, "the prime of " + known.title() + " with another generator or order");
                return known;
            }
        }
        return checked(prime, generator, order);
    }

    /** Without an order only a safe prime leaves no doubt: its subgroup has order (p - 1) / 2. */
    private static PrimeFieldGroup checked(BigInteger prime, BigInteger generator, Optional<BigInteger> order)
            throws RefusedException {
        BigInteger even = prime.subtract(BigInteger.ONE);
        BigInteger q = order.orElseGet(() -> even.shiftRight(1));
        requireSound(
                q.bitLength() >= SMALLEST_ORDER && q.compareTo(prime) < 0,
                "a subgroup order of %d bits".formatted(q.bitLength()));
        requireSound(even.mod(q).signum() == 0, "an order that does not divide p - 1");
        requireSound(prime.isProbablePrime(CERTAINTY), "a modulus that is not prime");
        requireSound(q.isProbablePrime(CERTAINTY), "a subgroup order that is not prime");
        PrimeFieldGroup group =
                new PrimeFieldGroup("%d-%d".formatted(prime.bitLength(), q.bitLength()), prime, generator, q);
        requireSound(group.contains(generator), "a generator of another order");
        return group;
    }

    private static void requireSize(BigInteger prime) throws RefusedException {
        int bits = prime.bitLength();
        requireSound(prime.signum() > 0 && bits >= SMALLEST_PRIME, "a prime of %d bits".formatted(bits));
        require(bits <= LARGEST_PRIME, "a prime of %d bits, at most %d".formatted(bits, LARGEST_PRIME));
    }

    private static Map<String, PrimeFieldGroup> known() {
        Map<String, PrimeFieldGroup> groups = new LinkedHashMap<>();
        Properties numbers = numbers();
        for (String title : STANDARDIZED.values()) {
            String name = title.substring(title.lastIndexOf(' ') + 1);
            groups.put(
                    title,
                    new PrimeFieldGroup(
                            title,
                            new BigInteger(numbers.getProperty(name + ".prime"), 16),
                            new BigInteger(numbers.getProperty(name + ".generator"), 16),
                            new BigInteger(numbers.getProperty(name + ".order"), 16)));
        }
        Map.of(
                        "RFC 3526 2048", DHStandardGroups.rfc3526_2048,
                        "RFC 3526 3072", DHStandardGroups.rfc3526_3072,
                        "RFC 3526 4096", DHStandardGroups.rfc3526_4096,
                        "RFC 7919 2048", DHStandardGroups.rfc7919_ffdhe2048,
                        "RFC 7919 3072", DHStandardGroups.rfc7919_ffdhe3072,
                        "RFC 7919 4096", DHStandardGroups.rfc7919_ffdhe4096)
                .forEach((title, safe) ->
                        groups.put(title, new PrimeFieldGroup(title, safe.getP(), safe.getG(), safe.getQ())));
        return groups;
    }

    private static Properties numbers() {
        try (InputStream file = PrimeFieldGroup.class.getResourceAsStream("rfc5114.numbers")) {
            Properties numbers = new Properties();
            numbers.load(Objects.requireNonNull(file));
            return numbers;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void requireSound(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_KEY_WEAK, detail);
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_KEY_MALFORMED, detail);
    }
}
