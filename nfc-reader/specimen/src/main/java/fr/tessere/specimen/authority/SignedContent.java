package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Content with a signature around it (CMS SignedData, RFC 5652 §5). Written by hand and not with a generator, so that
 * each field can also be written wrongly where a test needs a bad document.
 *
 * @param contentType what is inside
 * @param content the signed bytes
 * @param version of SignedData and of SignerInfo; 3 and 1 in a correct security object
 * @param signingTime in the signed attributes
 * @param withSignedAttributes false: the signature is over the content itself
 * @param certificates that travel along
 */
record SignedContent(
        ASN1ObjectIdentifier contentType,
        Bytes content,
        int version,
        Instant signingTime,
        boolean withSignedAttributes,
        List<Certificate> certificates) {
    SignedContent {
        certificates = List.copyOf(certificates);
    }

    /** ContentInfo, DER. */
    Bytes signedBy(DocumentSigner signer) {
        ASN1EncodableVector signedData = new ASN1EncodableVector();
        signedData.add(new ASN1Integer(version));
        signedData.add(new DERSet(signer.scheme().hash().identifier()));
        signedData.add(new DERSequence(
                new ASN1Encodable[] {contentType, new DERTaggedObject(true, 0, new DEROctetString(content.toArray()))
                }));
        if (!certificates.isEmpty()) {
            signedData.add(new DERTaggedObject(false, 0, new DERSet(certificates.toArray(new Certificate[0]))));
        }
        signedData.add(new DERSet(signerInfo(signer)));
        return CountrySigner.der(new DERSequence(new ASN1Encodable[] {
            CMSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, new DERSequence(signedData))
        }));
    }

    private DERSequence signerInfo(DocumentSigner signer) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        info.add(new SignerIdentifier(new IssuerAndSerialNumber(signer.asn1Certificate())));
        info.add(signer.scheme().hash().identifier());
        Bytes signed = content;
        if (withSignedAttributes) {
            DERSet attributes = attributes(signer.scheme().hash());
            info.add(new DERTaggedObject(false, 0, attributes));
            signed = CountrySigner.der(attributes);
        }
        info.add(signer.scheme().identifier());
        info.add(new DEROctetString(signer.sign(signed).toArray()));
        return new DERSequence(info);
    }

    private DERSet attributes(HashAlgorithm hash) {
        return new DERSet(new ASN1Encodable[] {
            new Attribute(CMSAttributes.contentType, new DERSet(contentType)),
            new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signingTime)))),
            new Attribute(
                    CMSAttributes.messageDigest,
                    new DERSet(new DEROctetString(hash.of(content).toArray())))
        });
    }
}
