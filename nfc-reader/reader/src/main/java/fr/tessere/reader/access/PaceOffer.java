package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Comparator;
import java.util.Optional;

/**
 * One PACEInfo of EF.CardAccess that this reader can perform (ICAO 9303-11 §9.2.1).
 *
 * @param oid content of the protocol identifier {@code 0.4.0.127.0.7.2.2.4.a.b}, 10 bytes
 * @param agreement what the keys are and how the nonce is mapped
 * @param cipher cipher of the nonce and of the session
 * @param parameterId number of the standardised domain parameters
 */
record PaceOffer(Bytes oid, Agreement agreement, SessionCipher cipher, int parameterId) {
    /** Content of {@code id-PACE}, 0.4.0.127.0.7.2.2.4. */
    private static final Bytes ID_PACE = Bytes.ofHex("04007F0007020204");

    /** Elliptic curves before prime fields, generic mapping before others, AES before 3DES, then the longest keys. */
    static final Comparator<PaceOffer> WEAKEST_FIRST = Comparator.<PaceOffer>comparingInt(
                    offer -> -offer.agreement.ordinal())
            .thenComparing(offer -> offer.cipher)
            .thenComparingInt(offer -> StandardGroup.bits(offer.parameterId));

    /** Key agreement and mapping (ICAO 9303-11 §4.4.3.3), the preferred first. */
    enum Agreement {
        ECDH_GM(2),
        ECDH_CAM(6),
        ECDH_IM(4),
        DH_GM(1),
        DH_IM(3);

        private final int arc;

        Agreement(int arc) {
            this.arc = arc;
        }

        boolean isIntegrated() {
            return this == ECDH_IM || this == DH_IM;
        }

        /** Chip authentication mapping is defined with AES only. */
        boolean goesWith(SessionCipher cipher) {
            return this != ECDH_CAM || cipher != SessionCipher.DESEDE;
        }

        boolean isElliptic() {
            return this != DH_GM && this != DH_IM;
        }
    }

    /** True for the identifier of anything about PACE: protocols and domain parameters. */
    static boolean isPace(Bytes oid) {
        return oid.length() > ID_PACE.length() && oid.slice(0, ID_PACE.length()).equals(ID_PACE);
    }

    /** True for the protocols with chip authentication mapping, whatever their cipher. */
    static boolean isChipMapping(Bytes oid) {
        return isPace(oid) && oid.at(ID_PACE.length()) == Agreement.ECDH_CAM.arc;
    }

    /** The offer with these numbers, if this reader can perform it. */
    static Optional<PaceOffer> of(Bytes oid, int parameterId) {
        if (!isPace(oid) || oid.length() != ID_PACE.length() + 2) {
            return Optional.empty();
        }
        Optional<SessionCipher> cipher = SessionCipher.ofArc(oid.at(9));
        for (Agreement agreement : Agreement.values()) {
            if (agreement.arc == oid.at(8)
                    && cipher.filter(agreement::goesWith).isPresent()
                    && StandardGroup.isKnown(parameterId, agreement)) {
                return Optional.of(new PaceOffer(oid, agreement, cipher.get(), parameterId));
            }
        }
        return Optional.empty();
    }

    /** For people, for example {@code PACE-ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1}. */
    String title() {
        return "PACE-%s-%s %s"
                .formatted(agreement.name().replace('_', '-'), cipher.title(), StandardGroup.name(parameterId));
    }
}
