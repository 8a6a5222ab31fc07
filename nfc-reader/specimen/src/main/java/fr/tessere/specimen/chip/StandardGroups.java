package fr.tessere.specimen.chip;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** The standardised domain parameters by their number (ICAO 9303-11 §9.5.1). */
final class StandardGroups {
    private static final Map<Integer, String> CURVES = Map.ofEntries(
            Map.entry(8, "secp192r1"),
            Map.entry(9, "brainpoolp192r1"),
            Map.entry(10, "secp224r1"),
            Map.entry(11, "brainpoolp224r1"),
            Map.entry(12, "secp256r1"),
            Map.entry(13, "brainpoolp256r1"),
            Map.entry(14, "brainpoolp320r1"),
            Map.entry(15, "secp384r1"),
            Map.entry(16, "brainpoolp384r1"),
            Map.entry(17, "brainpoolp512r1"),
            Map.entry(18, "secp521r1"));

    private StandardGroups() {}

    /** The group with this number, if it is one on which this mapping works. */
    static Optional<DomainGroup> group(int parameterId, PaceInfo.Mapping mapping) {
        if (!mapping.isElliptic()) {
            return modular(parameterId);
        }
        return Optional.ofNullable(CURVES.get(parameterId))
                .map(StandardGroups::parameters)
                .filter(curve -> !mapping.isIntegrated()
                        || PointEncoding.on(curve.getCurve()).isPossible())
                .map(EllipticGroup::of);
    }

    private static Optional<DomainGroup> modular(int parameterId) {
        return switch (parameterId) {
            case 0 -> Optional.of(ModularGroups.MODP_1024_160);
            case 1 -> Optional.of(ModularGroups.MODP_2048_224);
            case 2 -> Optional.of(ModularGroups.MODP_2048_256);
            default -> Optional.empty();
        };
    }

    private static X9ECParameters parameters(String name) {
        X9ECParameters fast = CustomNamedCurves.getByName(name);
        return fast != null ? fast : ECNamedCurveTable.getByName(name);
    }
}
