package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * One way in which the chip performs PACE (ICAO 9303-11 §9.2.5).
 *
 * @param protocol object identifier, its bytes without tag and length
 * @param mapping how the nonce becomes a generator
 * @param cipher cipher of the nonce, the tokens and the secure messaging
 * @param parameterId number of the standardised domain parameters
 */
record PaceInfo(Bytes protocol, Mapping mapping, SessionCipher cipher, int parameterId) {
    private static final String ID_PACE = "0.4.0.127.0.7.2.2.4.";

    /** The protocol families below id-PACE that this chip knows. */
    enum Mapping {
        DH_GENERIC("1"),
        ECDH_GENERIC("2"),
        DH_INTEGRATED("3"),
        ECDH_INTEGRATED("4"),
        ECDH_CHIP_AUTHENTICATION("6");

        private final String arc;

        Mapping(String arc) {
            this.arc = arc;
        }

        /** True for protocols on curves, false for those modulo a prime. */
        boolean isElliptic() {
            return this != DH_GENERIC && this != DH_INTEGRATED;
        }

        /** True if the generator follows from the two nonces alone. */
        boolean isIntegrated() {
            return this == DH_INTEGRATED || this == ECDH_INTEGRATED;
        }

        /** Chip authentication mapping is defined with AES only. */
        boolean goesWith(SessionCipher cipher) {
            return this != ECDH_CHIP_AUTHENTICATION || cipher != SessionCipher.DES_EDE;
        }
    }

    /** The PACEInfos of EF.CardAccess in their order; what is not one, or of an unknown kind, is passed over. */
    static List<PaceInfo> in(Bytes cardAccess) {
        List<PaceInfo> infos = new ArrayList<>();
        try {
            for (ASN1Encodable info : ASN1Set.getInstance(ASN1Primitive.fromByteArray(cardAccess.toArray()))) {
                read(ASN1Sequence.getInstance(info)).ifPresent(infos::add);
            }
        } catch (java.io.IOException | RuntimeException notSecurityInfos) {
            return List.copyOf(infos);
        }
        return List.copyOf(infos);
    }

    private static Optional<PaceInfo> read(ASN1Sequence info) throws java.io.IOException {
        ASN1ObjectIdentifier oid = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0));
        String id = oid.getId();
        if (!id.startsWith(ID_PACE) || info.size() < 3) {
            return Optional.empty();
        }
        String[] branch = id.substring(ID_PACE.length()).split("\\.");
        Optional<Mapping> mapping = branch.length == 2 ? mapping(branch[0]) : Optional.empty();
        Optional<SessionCipher> cipher = branch.length == 2 ? cipher(branch[1]) : Optional.empty();
        if (mapping.isEmpty() || cipher.isEmpty() || !mapping.get().goesWith(cipher.get())) {
            return Optional.empty();
        }
        int parameterId = ASN1Integer.getInstance(info.getObjectAt(2)).intValueExact();
        Bytes encoded = Bytes.of(oid.getEncoded()).from(2);
        return Optional.of(new PaceInfo(encoded, mapping.get(), cipher.get(), parameterId));
    }

    private static Optional<Mapping> mapping(String arc) {
        return Arrays.stream(Mapping.values())
                .filter(mapping -> mapping.arc.equals(arc))
                .findFirst();
    }

    private static Optional<SessionCipher> cipher(String arc) {
        return switch (arc) {
            case "1" -> Optional.of(SessionCipher.DES_EDE);
            case "2" -> Optional.of(SessionCipher.AES_128);
            case "3" -> Optional.of(SessionCipher.AES_192);
            case "4" -> Optional.of(SessionCipher.AES_256);
            default -> Optional.empty();
        };
    }
}
