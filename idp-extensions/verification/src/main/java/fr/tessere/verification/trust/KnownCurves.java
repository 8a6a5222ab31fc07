package fr.tessere.verification.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;

/**
 * The curves in circulation (ICAO 9303-11 §9.5.1). Explicit parameters are accepted when they are exactly one of these,
 * generator included (CVE-2020-0601), and then computed with the known curve, which is faster.
 */
public final class KnownCurves {
    private static final List<String> NAMES = List.of(
            "secp192r1",
            "brainpoolP192r1",
            "secp224r1",
            "brainpoolP224r1",
            "secp256r1",
            "brainpoolP256r1",
            "brainpoolP320r1",
            "secp384r1",
            "brainpoolP384r1",
            "brainpoolP512r1",
            "secp521r1",
            "brainpoolP256t1",
            "brainpoolP384t1",
            "brainpoolP512t1");
    /** Identifier of the first curve among the standardized domain parameters: 8 is secp192r1, 18 secp521r1. */
    private static final int FIRST_STANDARDIZED = 8;

    private static final List<KnownCurve> CURVES = curves();

    private KnownCurves() {}

    /**
     * A curve with its name.
     *
     * @param name as SEC 2 or RFC 5639 writes it
     * @param domain the domain parameters, shared so that precomputed multiples of the generator are used again
     */
    public record KnownCurve(String name, ECDomainParameters domain) {}

    /** The curve that these parameters of a key name, or spell out; none of both is an {@link IllegalArgumentException}. */
    public static Optional<KnownCurve> of(X962Parameters parameters) {
        if (parameters.isImplicitlyCA()) {
            throw new IllegalArgumentException("a key without domain parameters");
        }
        if (parameters.isNamedCurve()) {
            ASN1ObjectIdentifier oid = ASN1ObjectIdentifier.getInstance(parameters.getParameters());
            return CURVES.stream()
                    .filter(curve ->
                            ((ECNamedDomainParameters) curve.domain()).getName().equals(oid))
                    .findFirst();
        }
        return ExplicitCurve.of(parameters)
                .flatMap(explicit -> CURVES.stream()
                        .filter(curve -> explicit.is(curve.domain()))
                        .findFirst());
    }

    /** The curve with this identifier of standardized domain parameters, 8 to 18 (ICAO 9303-11 §9.5.1). */
    public static Optional<KnownCurve> ofStandardized(int parameterId) {
        int index = parameterId - FIRST_STANDARDIZED;
        return index >= 0 && parameterId <= 18 ? Optional.of(CURVES.get(index)) : Optional.empty();
    }

    private static List<KnownCurve> curves() {
        List<KnownCurve> curves = new ArrayList<>();
        for (String name : NAMES) {
            ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(name);
            X9ECParameters fast = CustomNamedCurves.getByOID(oid);
            X9ECParameters parameters = fast != null ? fast : ECNamedCurveTable.getByOID(oid);
            curves.add(new KnownCurve(name, new ECNamedDomainParameters(oid, parameters)));
        }
        return List.copyOf(curves);
    }
}
