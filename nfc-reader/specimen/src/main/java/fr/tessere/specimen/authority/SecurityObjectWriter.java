package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Writes EF.SOD (ICAO 9303-10 §4.6.2): the hashes of the data groups, signed by a document signer. */
public final class SecurityObjectWriter {
    private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT = new ASN1ObjectIdentifier("2.23.136.1.1.1");

    private final DocumentSigner signer;
    private final Instant signingTime;
    private final boolean withCertificate;
    private final boolean withSignedAttributes;

    private SecurityObjectWriter(
            DocumentSigner signer, Instant signingTime, boolean withCertificate, boolean withSignedAttributes) {
        this.signer = signer;
        this.signingTime = signingTime;
        this.withCertificate = withCertificate;
        this.withSignedAttributes = withSignedAttributes;
    }

    /** The usual form: certificate and signed attributes inside. */
    public static SecurityObjectWriter of(DocumentSigner signer, Instant signingTime) {
        return new SecurityObjectWriter(signer, signingTime, true, true);
    }

    /** Leaves the signer's certificate out; the inspection system must have it. */
    public SecurityObjectWriter withoutCertificate() {
        return new SecurityObjectWriter(signer, signingTime, false, withSignedAttributes);
    }

    /** Signs the content itself. */
    public SecurityObjectWriter withoutSignedAttributes() {
        return new SecurityObjectWriter(signer, signingTime, withCertificate, false);
    }

    /** The whole file EF.SOD. */
    public Bytes write(SecurityObjectContent content) {
        Bytes signed = new SignedContent(
                        LDS_SECURITY_OBJECT,
                        content.encode(),
                        3,
                        signingTime,
                        withSignedAttributes,
                        withCertificate ? List.of(signer.asn1Certificate()) : List.of())
                .signedBy(signer);
        return new StrictTlv(FileId.SOD.tag(), signed).encode();
    }
}
