package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.Announcement.PaceInfo;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.lds.SecurityInfos.ChipPublicKey;
import fr.tessere.verification.trust.KnownCurves;
import fr.tessere.verification.trust.KnownCurves.KnownCurve;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What a PACE with Chip Authentication Mapping is run with: all of it signed by the State in EF.CardSecurity.
 *
 * @param suite cipher of the channel, AES only (ICAO 9303-11 §4.4.3.4)
 * @param parameterId number of the standardized domain parameters
 * @param ambiguous true if the chip offers the protocol with several parameters and must be told which
 * @param staticKeys the chip's keys on that curve, as uncompressed points; as a rule one
 * @param weaknesses what was accepted with reserve in the signature of EF.CardSecurity
 */
record PaceTerms(
        ChipSuite suite, int parameterId, boolean ambiguous, List<Bytes> staticKeys, Set<Weakness> weaknesses) {
    /** id-PACE-ECDH-CAM; Chip Authentication Mapping exists with elliptic curves only. */
    private static final String MAPPING = "0.4.0.127.0.7.2.2.4.6.";

    private static final String ECDH_KEY = "0.4.0.127.0.7.2.2.1.2";
    /** Keys that one chip may have on one curve: each costs a multiplication. */
    private static final int MOST_KEYS = 4;

    PaceTerms {
        staticKeys = List.copyOf(staticKeys);
        weaknesses = Set.copyOf(weaknesses);
    }

    /** True if this PACEInfo is of Chip Authentication Mapping, known or not. */
    static boolean isMapping(PaceInfo info) {
        return info.oid().startsWith(MAPPING);
    }

    /**
     * The strongest terms that EF.CardSecurity offers with a key; refuses {@code chip-algorithm} where it offers no such
     * PACE that is known here, {@code card-security-malformed} where the key is missing or no point of the curve,
     * {@code chip-key-weak} where the curve is.
     */
    static PaceTerms best(SecurityInfos infos, Set<Weakness> weaknesses) throws RefusedException {
        List<PaceInfo> offered = infos.announcement().paceInfos();
        List<PaceInfo> known = offered.stream()
                .filter(info -> ChipSuite.ofLast(MAPPING, info.oid())
                        .filter(ChipSuite::isAes)
                        .isPresent())
                .filter(info -> KnownCurves.ofStandardized(info.parameterId()).isPresent())
                .sorted(Comparator.comparing((PaceInfo info) -> suite(info))
                        .thenComparing(
                                info -> curve(info.parameterId()).domain().getN())
                        .reversed())
                .toList();
        RefusedException cause = new RefusedException(
                RefusalCode.CHIP_ALGORITHM, "EF.CardSecurity announces no PACE with mapping that is known");
        for (PaceInfo info : known) {
            try {
                CurveKey.requireSound(curve(info.parameterId()));
                boolean ambiguous = offered.stream()
                                .filter(other -> other.oid().equals(info.oid()))
                                .count()
                        > 1;
                List<Bytes> keys = keys(infos, info.parameterId());
                return new PaceTerms(suite(info), info.parameterId(), ambiguous, keys, weaknesses);
            } catch (RefusedException refusal) {
                cause = refusal;
            }
        }
        throw cause;
    }

    KnownCurve curve() {
        return curve(parameterId);
    }

    /** The protocol's object identifier, its value without tag and length. */
    Bytes protocol() {
        String last = MAPPING + (suite.ordinal() + 1);
        return AgreementCommands.oid(last);
    }

    /** Data of MSE:Set AT, to which the reader adds which password it has. */
    Bytes template() {
        Bytes protocol = new StrictTlv(0x80, protocol()).encode();
        return ambiguous
                ? Bytes.concat(protocol, new StrictTlv(0x84, Bytes.of((byte) parameterId)).encode())
                : protocol;
    }

    /** True if multiplying one of the signed keys with this number gives the chip's mapping key (§4.4.3.5). */
    boolean isMappedBy(BigInteger number, ECPoint mappingKey) throws RefusedException {
        for (Bytes key : staticKeys) {
            ECPoint point = CurvePoints.decode(curve(), key, RefusalCode.CARD_SECURITY_MALFORMED);
            if (point.multiply(number).equals(mappingKey)) {
                return true;
            }
        }
        return false;
    }

    private static ChipSuite suite(PaceInfo info) {
        return ChipSuite.ofLast(MAPPING, info.oid()).orElseThrow();
    }

    private static KnownCurve curve(int parameterId) {
        return KnownCurves.ofStandardized(parameterId).orElseThrow();
    }

    private static List<Bytes> keys(SecurityInfos infos, int parameterId) throws RefusedException {
        List<Bytes> keys = new ArrayList<>();
        for (ChipPublicKey key : infos.publicKeys()) {
            if (key.oid().equals(ECDH_KEY) && keys.size() < MOST_KEYS) {
                CurveKey read = CurveKey.of(key.key());
                if (read.curve().equals(curve(parameterId))) {
                    keys.add(CurvePoints.encode(read.point()));
                }
            }
        }
        RefusedException.require(
                !keys.isEmpty(),
                RefusalCode.CARD_SECURITY_MALFORMED,
                "EF.CardSecurity has no key on domain parameters " + parameterId);
        return keys;
    }
}
