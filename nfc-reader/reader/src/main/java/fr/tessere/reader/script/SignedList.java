package fr.tessere.reader.script;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * The data groups that EF.SOD lists (ICAO 9303-10 §4.6.2.3), to know what is worth reading. Nothing is verified here:
 * that is the server's affair, and it decides from the signed bytes.
 */
final class SignedList {
    private SignedList() {}

    /** The listed data groups; none if the file cannot be understood, so that the server may say what is wrong. */
    static Set<FileId> of(Bytes sod) {
        Set<FileId> listed = EnumSet.noneOf(FileId.class);
        try {
            Bytes content = StrictTlv.parse(FileId.SOD.tag(), sod).value();
            ASN1Sequence signedData = ASN1Sequence.getInstance(
                    explicit(ASN1Sequence.getInstance(content.toArray()).getObjectAt(1)));
            ASN1Sequence encapsulated = ASN1Sequence.getInstance(signedData.getObjectAt(2));
            ASN1OctetString octets = ASN1OctetString.getInstance(explicit(encapsulated.getObjectAt(1)));
            ASN1Sequence object = ASN1Sequence.getInstance(octets.getOctets());
            for (ASN1Encodable entry : ASN1Sequence.getInstance(object.getObjectAt(2))) {
                ASN1Encodable number = ASN1Sequence.getInstance(entry).getObjectAt(0);
                FileId.ofDataGroup(ASN1Integer.getInstance(number).intValueExact())
                        .ifPresent(listed::add);
            }
        } catch (TlvException | RuntimeException notUnderstood) {
            return Set.of();
        }
        return listed;
    }

    private static ASN1Encodable explicit(ASN1Encodable tagged) {
        return ASN1TaggedObject.getInstance(tagged).getExplicitBaseObject();
    }
}
