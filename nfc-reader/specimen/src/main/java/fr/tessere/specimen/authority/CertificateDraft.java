package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.Time;

/**
 * A certificate before it is signed, part by part (RFC 5280 §4.1): each can be another or left out, and the rest is still
 * signed rightly. Immutable.
 */
final class CertificateDraft {
    /** The parts in the order in which they are written. */
    enum Part {
        VERSION,
        SERIAL,
        INNER_ALGORITHM,
        ISSUER,
        VALIDITY,
        SUBJECT,
        PUBLIC_KEY,
        EXTENSIONS,
        /** The first part behind the signed ones. */
        ALGORITHM,
        SIGNATURE
    }

    private final Map<Part, ASN1Encodable> parts;
    private final Extensions extensions;
    private final SpecimenKey key;
    private final SignatureScheme scheme;
    private final UnaryOperator<Bytes> mark;

    private CertificateDraft(
            Map<Part, ASN1Encodable> parts,
            Extensions extensions,
            SpecimenKey key,
            SignatureScheme scheme,
            UnaryOperator<Bytes> mark) {
        this.parts = parts;
        this.extensions = extensions;
        this.key = key;
        this.scheme = scheme;
        this.mark = mark;
    }

    /** What the request asks for, to be signed under this name with this key. */
    static CertificateDraft of(
            CertificateRequest request, X500Name issuer, SpecimenKey issuerKey, SignatureScheme scheme) {
        Map<Part, ASN1Encodable> parts = new EnumMap<>(Part.class);
        parts.put(Part.VERSION, new DERTaggedObject(true, 0, new ASN1Integer(2)));
        parts.put(Part.SERIAL, new ASN1Integer(request.serial()));
        parts.put(Part.INNER_ALGORITHM, scheme.identifier());
        parts.put(Part.ISSUER, issuer);
        parts.put(Part.VALIDITY, validity(request.validity()));
        parts.put(Part.SUBJECT, request.subject());
        parts.put(Part.PUBLIC_KEY, request.publicKey());
        Extensions extensions = CertificateExtensions.of(request, issuerKey.subjectPublicKey());
        parts.put(Part.EXTENSIONS, new DERTaggedObject(true, 3, extensions));
        parts.put(Part.ALGORITHM, scheme.identifier());
        parts.put(Part.SIGNATURE, new DERBitString(new byte[0]));
        return new CertificateDraft(parts, extensions, issuerKey, scheme, signature -> signature);
    }

    static DERSequence validity(Period period) {
        return new DERSequence(
                new ASN1Encodable[] {new Time(Date.from(period.from())), new Time(Date.from(period.to()))});
    }

    ASN1Encodable part(Part part) {
        ASN1Encodable value = parts.get(part);
        if (value == null) {
            throw new IllegalStateException(part + " was left out");
        }
        return value;
    }

    CertificateDraft with(Part part, ASN1Encodable value) {
        Map<Part, ASN1Encodable> other = new EnumMap<>(parts);
        other.put(part, value);
        return new CertificateDraft(other, extensions, key, scheme, mark);
    }

    CertificateDraft without(Part part) {
        Map<Part, ASN1Encodable> other = new EnumMap<>(parts);
        other.remove(part);
        return new CertificateDraft(other, extensions, key, scheme, mark);
    }

    /** With this extension in place of the one with the same identifier, or behind the others. */
    CertificateDraft with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            return withExtensions(
                    new Extension(oid, critical, value.toASN1Primitive().getEncoded("DER")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CertificateDraft without(ASN1ObjectIdentifier oid) {
        return withExtensions(new Extension(oid, false, new byte[0]));
    }

    /** An empty value leaves the extension out. */
    private CertificateDraft withExtensions(Extension changed) {
        ExtensionsGenerator generator = new ExtensionsGenerator();
        for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
            if (!oid.equals(changed.getExtnId())) {
                generator.addExtension(extensions.getExtension(oid));
            }
        }
        if (changed.getExtnValue().getOctets().length > 0) {
            generator.addExtension(changed);
        }
        Extensions all = generator.generate();
        Map<Part, ASN1Encodable> other = new EnumMap<>(parts);
        other.put(Part.EXTENSIONS, new DERTaggedObject(true, 3, all));
        return new CertificateDraft(other, all, key, scheme, mark);
    }

    /** Signed by this key; the certificate names the scheme where the old one stood. */
    CertificateDraft signedBy(SpecimenKey other, SignatureScheme by) {
        CertificateDraft changed = new CertificateDraft(parts, extensions, other, by, mark);
        return changed.with(Part.INNER_ALGORITHM, by.identifier()).with(Part.ALGORITHM, by.identifier());
    }

    /** Signed by a key that the issuer does not have. */
    CertificateDraft signedByStranger() {
        return signedBy(key.other(), scheme);
    }

    /** With something done to the finished signature. */
    CertificateDraft marking(UnaryOperator<Bytes> change) {
        return new CertificateDraft(parts, extensions, key, scheme, change);
    }

    /** Signs what is there. */
    IssuedCertificate sign() {
        ASN1EncodableVector content = new ASN1EncodableVector();
        ASN1EncodableVector all = new ASN1EncodableVector();
        parts.forEach((part, value) -> {
            if (part.compareTo(Part.ALGORITHM) < 0) {
                content.add(value);
            }
        });
        DERSequence signed = new DERSequence(content);
        all.add(signed);
        if (parts.containsKey(Part.ALGORITHM)) {
            all.add(part(Part.ALGORITHM));
        }
        if (parts.containsKey(Part.SIGNATURE)) {
            Bytes signature = scheme.sign(key.parameters(), CountrySigner.der(signed));
            all.add(new DERBitString(mark.apply(signature).toArray()));
        }
        return new IssuedCertificate(new DERSequence(all), name(), serial(), subjectKeyId());
    }

    private X500Name name() {
        return parts.get(Part.ISSUER) instanceof X500Name name ? name : IssuingState.UTOPIA.named("left out");
    }

    private BigInteger serial() {
        return parts.get(Part.SERIAL) instanceof ASN1Integer serial ? serial.getValue() : BigInteger.ONE;
    }

    private Bytes subjectKeyId() {
        Extension id = extensions.getExtension(Extension.subjectKeyIdentifier);
        return id == null
                ? Bytes.EMPTY
                : Bytes.of(org.bouncycastle.asn1.x509.SubjectKeyIdentifier.getInstance(id.getParsedValue())
                        .getKeyIdentifier());
    }
}
