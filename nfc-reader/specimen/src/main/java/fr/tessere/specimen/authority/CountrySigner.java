package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** A country signing certificate authority (CSCA) of the specimen world, with its private key. */
public final class CountrySigner {
    private final IssuingState state;
    private final X500Name name;
    private final SpecimenKey key;
    private final SignatureScheme scheme;
    private final Certificate certificate;

    /** A country signer that certifies itself. */
    CountrySigner(
            IssuingState state,
            String commonName,
            SpecimenKey key,
            SignatureScheme scheme,
            Period validity,
            Period keyUse) {
        this.state = state;
        this.name = state.named(commonName);
        this.key = key;
        this.scheme = scheme;
        this.certificate = issue(new CertificateRequest(
                CertificatePurpose.COUNTRY_SIGNER,
                state,
                name,
                key.subjectPublicKey(),
                serial("country signer", key),
                validity,
                keyUse));
    }

    /** In whose name it signs. */
    public IssuingState state() {
        return state;
    }

    /** Its self-signed certificate, DER. */
    public Bytes certificate() {
        return der(certificate);
    }

    /** This signer vouches for the next one: the link certificate (ICAO 9303-12 §7.1), DER. */
    public Bytes linkTo(CountrySigner next, Period validity) {
        TBSCertificate successor = next.certificate.getTBSCertificate();
        return der(issue(new CertificateRequest(
                CertificatePurpose.LINK,
                next.state,
                next.name,
                successor.getSubjectPublicKeyInfo(),
                serial("link", next.key),
                validity,
                validity)));
    }

    /** A document signer of the usual kind. */
    DocumentSigner documentSigner(
            String word,
            String commonName,
            SpecimenKey signerKey,
            SignatureScheme signerScheme,
            Period validity,
            Period keyUse) {
        Certificate issued = issue(new CertificateRequest(
                CertificatePurpose.DOCUMENT_SIGNER,
                state,
                state.named(commonName),
                signerKey.subjectPublicKey(),
                serial("document signer " + word, signerKey),
                validity,
                keyUse));
        return new DocumentSigner(word, state, signerKey, signerScheme, issued);
    }

    Certificate issue(CertificateRequest request) {
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(request.serial()));
        content.setIssuer(name);
        content.setSubject(request.subject());
        content.setStartDate(new Time(Date.from(request.validity().from())));
        content.setEndDate(new Time(Date.from(request.validity().to())));
        content.setSubjectPublicKeyInfo(request.publicKey());
        content.setSignature(scheme.identifier());
        content.setExtensions(CertificateExtensions.of(request, key.subjectPublicKey()));
        TBSCertificate toBeSigned = content.generateTBSCertificate();
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(toBeSigned);
        parts.add(scheme.identifier());
        parts.add(new DERBitString(sign(der(toBeSigned)).toArray()));
        return Certificate.getInstance(new DERSequence(parts));
    }

    Bytes sign(Bytes content) {
        return scheme.sign(key.parameters(), content);
    }

    X500Name name() {
        return name;
    }

    SpecimenKey key() {
        return key;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    /** 16 bytes that look random but are always the same for the same use of the same key. */
    static BigInteger serial(String use, SpecimenKey key) {
        Bytes digest =
                HashAlgorithm.SHA_256.of(Bytes.concat(Bytes.of(use.getBytes(StandardCharsets.UTF_8)), key.publicKey()));
        return new BigInteger(1, digest.slice(0, 16).toArray()).clearBit(127).setBit(126);
    }

    static Bytes der(ASN1Object object) {
        try {
            return Bytes.of(object.getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
