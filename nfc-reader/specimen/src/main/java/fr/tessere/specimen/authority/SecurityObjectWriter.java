package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Writes EF.SOD (ICAO 9303-10 §4.6.2): the hashes of the data groups, signed by a document signer. */
public final class SecurityObjectWriter {
    private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT = new ASN1ObjectIdentifier("2.23.136.1.1.1");

    private final DocumentSigner signer;
    private final Instant signingTime;
    private final List<MessageChange> changes;
    private final ContentFault contentFault;

    private SecurityObjectWriter(
            DocumentSigner signer, Instant signingTime, List<MessageChange> changes, ContentFault contentFault) {
        this.signer = signer;
        this.signingTime = signingTime;
        this.changes = List.copyOf(changes);
        this.contentFault = contentFault;
    }

    /** The usual form: certificate and signed attributes inside. */
    public static SecurityObjectWriter of(DocumentSigner signer, Instant signingTime) {
        return new SecurityObjectWriter(signer, signingTime, List.of(), ContentFault.NONE);
    }

    /** Leaves the signer's certificate out; the inspection system must have it. */
    public SecurityObjectWriter withoutCertificate() {
        return with(MessageFault.CERTIFICATES_MISSING);
    }

    /** Signs the content itself. */
    public SecurityObjectWriter withoutSignedAttributes() {
        return with(MessageFault.ATTRIBUTES_NONE);
    }

    /** With a fault, or something unusual, in the message around the hashes. */
    public SecurityObjectWriter with(MessageFault fault) {
        return changing(fault);
    }

    /** With a fault in the signature. */
    public SecurityObjectWriter with(SignatureFault fault) {
        return changing(fault);
    }

    /** With a fault in what is signed. */
    public SecurityObjectWriter with(ContentFault fault) {
        return new SecurityObjectWriter(signer, signingTime, changes, fault);
    }

    private SecurityObjectWriter changing(MessageChange change) {
        List<MessageChange> more = new ArrayList<>(changes);
        more.add(change);
        return new SecurityObjectWriter(signer, signingTime, more, contentFault);
    }

    /** The whole file EF.SOD. */
    public Bytes write(SecurityObjectContent content) {
        MessageDraft draft = new MessageDraft(LDS_SECURITY_OBJECT, contentFault.in(content), signer, signingTime);
        return new StrictTlv(FileId.SOD.tag(), draft.write(changes)).encode();
    }
}
