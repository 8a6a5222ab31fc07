package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * The SecurityInfos of one file as they are written, to be compared with those of another (ICAO 9303-11 §9.2): nothing in
 * them is interpreted but the PACE that is offered.
 *
 * @param entries each SecurityInfo in DER
 * @param paceEntries those of PACE: PACEInfo and PACEDomainParameterInfo
 * @param paceInfos the well-formed PACEInfos of version 2
 */
public record Announcement(Set<Bytes> entries, Set<Bytes> paceEntries, List<PaceInfo> paceInfos) {
    private static final String PACE = "0.4.0.127.0.7.2.2.4.";

    /** No SecurityInfos. */
    static final Announcement NONE = new Announcement(Set.of(), Set.of(), List.of());

    public Announcement {
        entries = Set.copyOf(entries);
        paceEntries = Set.copyOf(paceEntries);
        paceInfos = List.copyOf(paceInfos);
    }

    /**
     * PACEInfo (§9.2.1).
     *
     * @param oid the protocol: key agreement, mapping and cipher
     * @param parameterId number of the standardized domain parameters
     */
    public record PaceInfo(String oid, int parameterId) {}

    static Announcement of(ASN1Set infos) throws IOException {
        Set<Bytes> entries = new HashSet<>();
        Set<Bytes> paceEntries = new HashSet<>();
        List<PaceInfo> offered = new ArrayList<>();
        for (ASN1Encodable element : infos) {
            ASN1Sequence info = ASN1Sequence.getInstance(element);
            Bytes encoded = Bytes.of(info.getEncoded(ASN1Encoding.DER));
            entries.add(encoded);
            if (ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId().startsWith(PACE)) {
                paceEntries.add(encoded);
                paceInfo(info).ifPresent(offered::add);
            }
        }
        return new Announcement(entries, paceEntries, offered);
    }

    private static Optional<PaceInfo> paceInfo(ASN1Sequence info) {
        boolean complete = info.size() == 3
                && info.getObjectAt(1) instanceof ASN1Integer version
                && version.hasValue(2)
                && info.getObjectAt(2) instanceof ASN1Integer parameterId
                && parameterId.getValue().bitLength() < 8;
        return complete
                ? Optional.of(new PaceInfo(
                        ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId(),
                        ASN1Integer.getInstance(info.getObjectAt(2)).intValueExact()))
                : Optional.empty();
    }
}
