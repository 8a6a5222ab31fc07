package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/**
 * Writes a master list: country signers for which one State vouches (CscaMasterList, ICAO 9303-12 §9). Beside its
 * signer's certificate travels that of the country signer who issued it. Immutable.
 */
public final class MasterListWriter {
    private static final ASN1ObjectIdentifier MASTER_LIST = new ASN1ObjectIdentifier("2.23.136.1.1.2");

    private final DocumentSigner signer;
    private final CountrySigner issuer;
    private final Instant signingTime;
    private final int version;
    private final List<MessageChange> changes;

    private MasterListWriter(
            DocumentSigner signer,
            CountrySigner issuer,
            Instant signingTime,
            int version,
            List<MessageChange> changes) {
        this.signer = signer;
        this.issuer = issuer;
        this.signingTime = signingTime;
        this.version = version;
        this.changes = changes;
    }

    /** A list signed by this list signer, whom this country signer certified. */
    public static MasterListWriter of(DocumentSigner signer, CountrySigner issuer, Instant signingTime) {
        return new MasterListWriter(signer, issuer, signingTime, 0, List.of());
    }

    /** With a fault in the message around the list. */
    public MasterListWriter with(MessageFault fault) {
        return new MasterListWriter(signer, issuer, signingTime, version, List.of(fault));
    }

    /** With another version than 0. */
    public MasterListWriter ofVersion(int other) {
        return new MasterListWriter(signer, issuer, signingTime, other, changes);
    }

    /** The list of these certificates, DER. */
    public Bytes write(Collection<Bytes> certificates) {
        ASN1EncodableVector entries = new ASN1EncodableVector();
        for (Bytes certificate : certificates) {
            entries.add(parsed(certificate));
        }
        Bytes content =
                CountrySigner.der(new DERSequence(new ASN1Encodable[] {new ASN1Integer(version), new DERSet(entries)}));
        MessageDraft draft = new MessageDraft(MASTER_LIST, content, signer, signingTime);
        draft.put(MessageDraft.Part.CERTIFICATES, new DERTaggedObject(false, 0, new DERSet(new ASN1Encodable[] {
            signer.issued().asn1(), parsed(issuer.certificate())
        })));
        return draft.write(changes);
    }

    private static ASN1Primitive parsed(Bytes der) {
        try {
            return ASN1Primitive.fromByteArray(der.toArray());
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("this is no certificate", e);
        }
    }
}
