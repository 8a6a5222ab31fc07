package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.Time;
import org.jspecify.annotations.Nullable;

/**
 * A signed message while it is written (CMS SignedData with one signer, RFC 5652 §5), part by part: each can be another or
 * left out, before the signature or after it.
 */
final class MessageDraft {
    /** The parts of SignedData, then those of its SignerInfo, in the order in which they are written. */
    enum Part {
        VERSION,
        DIGEST_ALGORITHMS,
        CONTENT,
        CERTIFICATES,
        SIGNER_INFOS,
        SIGNER_VERSION,
        SIGNER_ID,
        SIGNER_DIGEST,
        ATTRIBUTES,
        SIGNATURE_ALGORITHM,
        SIGNATURE
    }

    private final Map<Part, ASN1Encodable> parts = new EnumMap<>(Part.class);
    private final List<Attribute> attributes = new ArrayList<>();
    private final ASN1ObjectIdentifier contentType;
    private final Bytes content;
    private final DocumentSigner signer;
    private ASN1ObjectIdentifier messageType = CMSObjectIdentifiers.signedData;
    private Bytes signed;
    private @Nullable ASN1Encodable behind;

    /** A right message about this content, not signed yet. */
    MessageDraft(ASN1ObjectIdentifier contentType, Bytes content, DocumentSigner signer, Instant signingTime) {
        this.contentType = contentType;
        this.content = content;
        this.signer = signer;
        this.signed = content;
        HashAlgorithm hash = signer.scheme().hash();
        IssuedCertificate certificate = signer.issued();
        put(Part.VERSION, new ASN1Integer(3));
        put(Part.DIGEST_ALGORITHMS, new DERSet(hash.identifier()));
        put(Part.CONTENT, contentInfo(contentType, content));
        put(Part.CERTIFICATES, new DERTaggedObject(false, 0, new DERSet(certificate.asn1())));
        put(Part.SIGNER_VERSION, new ASN1Integer(1));
        put(
                Part.SIGNER_ID,
                new SignerIdentifier(new IssuerAndSerialNumber(certificate.issuer(), certificate.serial())));
        put(Part.SIGNER_DIGEST, hash.identifier());
        put(Part.SIGNATURE_ALGORITHM, signer.scheme().signerInfoIdentifier());
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(contentType)));
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signingTime)))));
        setDigest(hash.of(content));
    }

    static DERSequence contentInfo(ASN1ObjectIdentifier type, Bytes content) {
        return new DERSequence(
                new ASN1Encodable[] {type, new DERTaggedObject(true, 0, new DEROctetString(content.toArray()))});
    }

    DocumentSigner signer() {
        return signer;
    }

    Bytes content() {
        return content;
    }

    ASN1ObjectIdentifier contentType() {
        return contentType;
    }

    void put(Part part, ASN1Encodable value) {
        parts.put(part, value);
    }

    void remove(Part part) {
        parts.remove(part);
    }

    Bytes signature() {
        return Bytes.of(ASN1OctetString.getInstance(parts.get(Part.SIGNATURE)).getOctets());
    }

    void setSignature(Bytes signature) {
        put(Part.SIGNATURE, new DEROctetString(signature.toArray()));
    }

    /** The bytes under the signature. */
    Bytes signed() {
        return signed;
    }

    /** The same bytes signed in another way than the message says. */
    void signAgain(UnaryOperator<SignatureScheme> otherScheme) {
        setSignature(otherScheme.apply(signer.scheme()).sign(signer.key().parameters(), signed));
    }

    /** The message, signed with these changes before and after. */
    Bytes write(List<MessageChange> changes) {
        changes.forEach(change -> change.before(this));
        sign();
        changes.forEach(change -> change.after(this));
        return encode();
    }

    void setMessageType(ASN1ObjectIdentifier type) {
        messageType = type;
    }

    /** The attribute messageDigest says this. */
    void setDigest(Bytes digest) {
        removeAttribute(CMSAttributes.messageDigest);
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest.toArray()))));
    }

    void removeAttribute(ASN1ObjectIdentifier type) {
        attributes.removeIf(attribute -> attribute.getAttrType().equals(type));
    }

    /** The signed attributes, to be changed before signing; none: the signature is over the content. */
    List<Attribute> attributes() {
        return attributes;
    }

    /** One more part behind the signers. */
    void setBehind(ASN1Encodable part) {
        behind = part;
    }

    /** Signs the attributes, in DER as the standard asks (RFC 5652 §5.4), or the content where there are none. */
    private void sign() {
        if (!parts.containsKey(Part.ATTRIBUTES) && !attributes.isEmpty()) {
            DERSet set = new DERSet(attributes.toArray(new Attribute[0]));
            put(Part.ATTRIBUTES, new DERTaggedObject(false, 0, set));
            signed = CountrySigner.der(set);
        }
        setSignature(signer.sign(signed));
    }

    /** With these bytes under the signature, and this in place of the attributes. */
    void setAttributes(ASN1Encodable written, Bytes underSignature) {
        put(Part.ATTRIBUTES, written);
        signed = underSignature;
    }

    /** ContentInfo around what stands there. */
    private Bytes encode() {
        if (!parts.containsKey(Part.SIGNER_INFOS)) {
            put(Part.SIGNER_INFOS, new DLSet(signerInfo()));
        }
        Bytes data = Bytes.EMPTY;
        for (Map.Entry<Part, ASN1Encodable> part : parts.entrySet()) {
            if (part.getKey().compareTo(Part.SIGNER_INFOS) <= 0) {
                data = Bytes.concat(data, written(part.getValue()));
            }
        }
        data = behind == null ? data : Bytes.concat(data, written(behind));
        Bytes tagged = new StrictTlv(0xA0, new StrictTlv(0x30, data).encode()).encode();
        return new StrictTlv(0x30, Bytes.concat(written(messageType), tagged)).encode();
    }

    /** The finished SignerInfo. */
    ASN1Sequence signerInfo() {
        ASN1EncodableVector values = new ASN1EncodableVector();
        parts.forEach((part, value) -> {
            if (part.compareTo(Part.SIGNER_VERSION) >= 0) {
                values.add(value);
            }
        });
        // not DERSequence: it would write its parts in DER again, and some shall not be
        return new DLSequence(values);
    }

    /** As it stands: what is in indefinite length stays so. */
    static Bytes written(ASN1Encodable part) {
        try {
            return Bytes.of(part.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
