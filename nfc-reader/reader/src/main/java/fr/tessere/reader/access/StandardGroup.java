package fr.tessere.reader.access;

import java.util.List;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.jmrtd.Util;

/** The standardised domain parameters (ICAO 9303-11 §9.5.1), by number. */
final class StandardGroup {
    private static final int FIRST_CURVE = 8;
    /** Its prime is 1 modulo 4, so that integrated mapping has no encoding of points on it (§4.4.3.3.2). */
    private static final int SECP224R1 = 10;

    private static final List<String> PRIME_FIELDS = List.of(
            "1024-bit MODP with 160-bit order", "2048-bit MODP with 224-bit order", "2048-bit MODP with 256-bit order");
    private static final List<String> CURVES = List.of(
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
            "secp521r1");

    private StandardGroup() {}

    /** True if this agreement works on the group with this number. */
    static boolean isKnown(int number, PaceOffer.Agreement agreement) {
        if (!agreement.isElliptic()) {
            return number >= 0 && number < PRIME_FIELDS.size();
        }
        boolean curve = number >= FIRST_CURVE && number < FIRST_CURVE + CURVES.size();
        return curve && !(agreement.isIntegrated() && number == SECP224R1);
    }

    /** For people. */
    static String name(int number) {
        return number < FIRST_CURVE ? PRIME_FIELDS.get(number) : CURVES.get(number - FIRST_CURVE);
    }

    /** Size of the field, bits. */
    static int bits(int number) {
        return number < FIRST_CURVE
                ? (number == 0 ? 1024 : 2048)
                : curve(number).getCurve().getFieldSize();
    }

    /** The group itself, with its own generator. */
    static PaceGroup group(int number) {
        return switch (number) {
            case 0 -> new PrimeFieldGroup(Util.RFC5114_1024_160);
            case 1 -> new PrimeFieldGroup(Util.RFC5114_2048_224);
            case 2 -> new PrimeFieldGroup(Util.RFC5114_2048_256);
            default -> new CurveGroup(curve(number));
        };
    }

    private static ECDomainParameters curve(int number) {
        X9ECParameters curve = ECNamedCurveTable.getByName(CURVES.get(number - FIRST_CURVE));
        return new ECDomainParameters(curve);
    }
}
