package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.chip.ActiveAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * What a DG14 that somebody else wrote announces.
 *
 * @param chipAuthentication protocols and key identifiers
 * @param activeAuthentication the algorithm, where one is named
 */
record AnnouncedProtocols(
        List<ChipAuthentication> chipAuthentication, Optional<ActiveAuthenticationKey.Signature> activeAuthentication) {

    /** One ChipAuthenticationInfo. */
    record ChipAuthentication(ChipAuthenticationSuite suite, Optional<Integer> keyId) {}

    static AnnouncedProtocols in(Bytes dg14) {
        try {
            ASN1Set infos = ASN1Set.getInstance(
                    StrictTlv.parse(FileId.DG14.tag(), dg14).value().toArray());
            List<ChipAuthentication> chip = new ArrayList<>();
            Optional<ActiveAuthenticationKey.Signature> signature = Optional.empty();
            for (ASN1Encodable element : infos) {
                ASN1Sequence info = ASN1Sequence.getInstance(element);
                String oid =
                        ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
                ChipAuthenticationSuite.ofOid(oid)
                        .ifPresent(suite -> chip.add(new ChipAuthentication(suite, keyId(info))));
                if (oid.equals("2.23.136.1.1.5")) {
                    signature = ecdsa(ASN1ObjectIdentifier.getInstance(info.getObjectAt(2))
                            .getId());
                }
            }
            return new AnnouncedProtocols(chip, signature);
        } catch (TlvException | RuntimeException e) {
            throw new IllegalArgumentException("Datagroup14.bin cannot be read", e);
        }
    }

    private static Optional<Integer> keyId(ASN1Sequence info) {
        return info.size() < 3
                ? Optional.empty()
                : Optional.of(ASN1Integer.getInstance(info.getObjectAt(2)).intValueExact());
    }

    private static Optional<ActiveAuthenticationKey.Signature> ecdsa(String oid) {
        for (ActiveAuthenticationKey.Signature signature : ActiveAuthenticationKey.Signature.values()) {
            if (signature.name().startsWith("ECDSA")
                    && SecurityInfos.plainEcdsa(signature).equals(oid)) {
                return Optional.of(signature);
            }
        }
        return Optional.empty();
    }
}
