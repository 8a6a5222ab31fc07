package fr.tessere.verification.authenticity;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.lds.SecurityInfos.ChipProtocol;
import fr.tessere.verification.lds.SecurityInfos.ChipPublicKey;
import fr.tessere.verification.trust.KnownCurves;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The chip's static key for Chip Authentication, with the best protocol that goes with it (ICAO 9303-11 §6.2.4).
 *
 * @param suite cipher of the channel
 * @param curve name of its curve
 * @param domain the curve; one of those in circulation, so its group is sound and has cofactor 1
 * @param point the public key: on the curve, not at infinity
 * @param keyId which of several keys, if the chip has several
 */
record ChipKey(ChipSuite suite, String curve, ECDomainParameters domain, ECPoint point, Optional<BigInteger> keyId) {
    private static final String ECDH_KEY = "0.4.0.127.0.7.2.2.1.2";
    private static final String STANDARDIZED = "0.4.0.127.0.7.1.2";
    /** Below this order a key is not worth trying: 192-bit curves have 96 bits of strength. */
    private static final int SMALLEST_ORDER = 224;

    /**
     * The strongest key that can be used; refuses with the cause of the last one that cannot: {@code chip-algorithm},
     * {@code chip-key-malformed}, {@code chip-key-weak}.
     */
    static ChipKey best(SecurityInfos infos) throws RefusedException {
        List<ChipKey> usable = new ArrayList<>();
        RefusedException cause =
                new RefusedException(RefusalCode.CHIP_ALGORITHM, "dg14 has no key for Chip Authentication");
        for (ChipPublicKey key : infos.publicKeys()) {
            try {
                usable.add(read(key, infos.protocols()));
            } catch (RefusedException refusal) {
                cause = refusal;
            }
        }
        if (usable.isEmpty()) {
            throw cause;
        }
        return usable.stream()
                .max(Comparator.comparing((ChipKey key) -> key.suite())
                        .thenComparing(key -> key.domain().getN().bitLength()))
                .orElseThrow();
    }

    private static ChipKey read(ChipPublicKey key, List<ChipProtocol> protocols) throws RefusedException {
        RefusedException.require(
                key.oid().equals(ECDH_KEY), RefusalCode.CHIP_ALGORITHM, "Chip Authentication with " + key.oid());
        KnownCurves.KnownCurve curve = Guarded.parse(
                        RefusalCode.CHIP_KEY_MALFORMED, "the chip's domain parameters", () -> curve(key))
                .orElseThrow(() -> new RefusedException(RefusalCode.CHIP_KEY_WEAK, "a curve that nobody knows"));
        int bits = curve.domain().getN().bitLength();
        RefusedException.require(bits >= SMALLEST_ORDER, RefusalCode.CHIP_KEY_WEAK, "a curve of " + bits + " bits");
        ECPoint point = Guarded.parse(
                RefusalCode.CHIP_KEY_MALFORMED,
                "the chip's public key",
                () -> curve.domain()
                        .getCurve()
                        .decodePoint(key.key().getPublicKeyData().getOctets()));
        RefusedException.require(
                !point.isInfinity() && point.isValid(), RefusalCode.CHIP_KEY_MALFORMED, "the point at infinity");
        return new ChipKey(suite(key, protocols), curve.name(), curve.domain(), point, key.keyId());
    }

    /** A key without protocol entry means Triple-DES: documents from before that entry existed (§9.2.5). */
    private static ChipSuite suite(ChipPublicKey key, List<ChipProtocol> protocols) throws RefusedException {
        List<ChipProtocol> fitting = protocols.stream()
                .filter(protocol -> protocol.id().signum() < 0 || protocol.id().equals(key.id()))
                .toList();
        if (fitting.isEmpty()) {
            return ChipSuite.TRIPLE_DES;
        }
        return fitting.stream()
                .flatMap(protocol -> ChipSuite.ofOid(protocol.oid()).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new RefusedException(
                        RefusalCode.CHIP_ALGORITHM,
                        "Chip Authentication with " + fitting.get(0).oid()));
    }

    private static Optional<KnownCurves.KnownCurve> curve(ChipPublicKey key) throws RefusedException {
        AlgorithmIdentifier algorithm = key.key().getAlgorithm();
        String oid = algorithm.getAlgorithm().getId();
        if (oid.equals(STANDARDIZED)) {
            return KnownCurves.ofStandardized(
                    ASN1Integer.getInstance(algorithm.getParameters()).intValueExact());
        }
        RefusedException.require(
                oid.equals(X9ObjectIdentifiers.id_ecPublicKey.getId()),
                RefusalCode.CHIP_KEY_MALFORMED,
                "a chip key of kind " + oid);
        return KnownCurves.of(X962Parameters.getInstance(algorithm.getParameters()));
    }
}
