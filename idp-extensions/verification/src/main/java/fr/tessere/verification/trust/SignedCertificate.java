package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An X.509 certificate and its decoded key (ICAO 9303-12 §7). Read by Bouncy Castle: the JDK refuses a quarter of the
 * certificates in circulation. Nothing about it is trusted yet.
 */
public final class SignedCertificate {
    private final Bytes encoded;
    private final Bytes digest;
    private final byte[] signedBytes;
    private final Certificate certificate;
    private final VerificationKey key;
    private final SignatureScheme scheme;
    private final Instant notBefore;
    private final Instant notAfter;
    private final Bytes subjectKeyId;
    private final Bytes authorityKeyId;
    private final String country;

    private SignedCertificate(Bytes encoded) throws Exception {
        this.encoded = encoded;
        digest = DigestAlgorithm.SHA256.digest(encoded);
        signedBytes = SignedStructure.signedBytes(encoded);
        certificate = Certificate.getInstance(encoded.toArray());
        if (!certificate
                .getSignatureAlgorithm()
                .equals(certificate.getTBSCertificate().getSignature())) {
            throw new IllegalArgumentException("the inner and outer signature algorithm differ");
        }
        key = VerificationKey.decode(certificate.getSubjectPublicKeyInfo(), RefusalCode.SIGNER_MALFORMED);
        scheme = SignatureSchemes.of(certificate.getSignatureAlgorithm());
        // what cannot be read makes the certificate malformed now, not later; and a kept certificate is asked often
        notBefore = certificate.getStartDate().getDate().toInstant();
        notAfter = certificate.getEndDate().getDate().toInstant();
        Extensions extensions = certificate.getExtensions();
        subjectKeyId = subjectKeyId(extensions);
        authorityKeyId = authorityKeyId(extensions);
        ReadableName.require(certificate.getSubject());
        ReadableName.require(certificate.getIssuer());
        country = country(certificate.getSubject());
        signsDocuments();
        maySignCertificates();
    }

    /** Reads a certificate in DER; refuses {@code signer-malformed}. */
    public static SignedCertificate parse(Bytes der) throws RefusedException {
        return Guarded.parse(RefusalCode.SIGNER_MALFORMED, "a certificate", () -> new SignedCertificate(der));
    }

    /** The certificate in DER. */
    public Bytes encoded() {
        return encoded;
    }

    /** SHA-256 of the certificate, 32 bytes. */
    public Bytes digest() {
        return digest;
    }

    /** The key it certifies. */
    public VerificationKey key() {
        return key;
    }

    /** How the issuer signed it. */
    public SignatureScheme scheme() {
        return scheme;
    }

    public X500Name subject() {
        return certificate.getSubject();
    }

    public X500Name issuer() {
        return certificate.getIssuer();
    }

    public BigInteger serialNumber() {
        return certificate.getSerialNumber().getValue();
    }

    /** First second of validity. */
    public Instant notBefore() {
        return notBefore;
    }

    /** Last second of validity. */
    public Instant notAfter() {
        return notAfter;
    }

    /** The country of the subject in upper case, or empty. */
    public String country() {
        return country;
    }

    /** The identifier of this certificate's key, or empty. */
    public Bytes subjectKeyId() {
        return subjectKeyId;
    }

    /** The identifier of the issuer's key, or empty. */
    public Bytes authorityKeyId() {
        return authorityKeyId;
    }

    /** True if the certificate says that its key signs data, and not certificates (ICAO 9303-12 §7.1.2). */
    public boolean signsDocuments() {
        Extensions extensions = certificate.getExtensions();
        return extensions != null
                && KeyUsage.fromExtensions(extensions) != null
                && KeyUsage.fromExtensions(extensions).hasUsages(KeyUsage.digitalSignature)
                && !isAuthority();
    }

    /** True if nothing in the certificate speaks against it signing certificates; old roots have no extensions. */
    public boolean maySignCertificates() {
        Extensions extensions = certificate.getExtensions();
        if (extensions == null) {
            return true;
        }
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        return (constraints == null || constraints.isCA()) && hasUsage(extensions, KeyUsage.keyCertSign);
    }

    /** True if nothing in the certificate speaks against it signing revocation lists (RFC 5280 §6.3.3). */
    public boolean maySignRevocations() {
        Extensions extensions = certificate.getExtensions();
        return extensions == null || hasUsage(extensions, KeyUsage.cRLSign);
    }

    /** Refuses with this code unless the issuer's key signed this certificate. */
    public void requireSignedBy(SignedCertificate issuer, RefusalCode code) throws RefusedException {
        byte[] signature = certificate.getSignature().getOctets();
        scheme.require(issuer.key, signedBytes, signature, code, "the signature of a certificate");
    }

    /** True if this issuer's key signed this certificate. */
    boolean isSignedBy(SignedCertificate issuer) {
        try {
            requireSignedBy(issuer, RefusalCode.SIGNER_UNTRUSTED);
            return true;
        } catch (RefusedException other) {
            return false;
        }
    }

    /** True if it certifies the key that signed it, under that key's own name: no link to anybody else. */
    boolean isSelfSigned() {
        return subject().equals(issuer()) && isSignedBy(this);
    }

    /** SHA-256 of the key and its parameters, 32 bytes. */
    Bytes keyDigest() throws RefusedException {
        return Guarded.parse(
                RefusalCode.SIGNER_MALFORMED,
                "a public key",
                () -> DigestAlgorithm.SHA256.digest(
                        Bytes.of(certificate.getSubjectPublicKeyInfo().getEncoded())));
    }

    /** True if the certificate says that it is an authority's. */
    public boolean isAuthority() {
        Extensions extensions = certificate.getExtensions();
        BasicConstraints constraints = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
        return constraints != null && constraints.isCA();
    }

    private static boolean hasUsage(Extensions extensions, int usage) {
        KeyUsage usages = KeyUsage.fromExtensions(extensions);
        return usages == null || usages.hasUsages(usage);
    }

    /** The country of a name in upper case, or empty. */
    static String country(X500Name subject) {
        for (RDN name : subject.getRDNs(BCStyle.C)) {
            return IETFUtils.valueToString(name.getFirst().getValue()).strip().toUpperCase(Locale.ROOT);
        }
        return "";
    }

    private static Bytes subjectKeyId(@Nullable Extensions extensions) {
        SubjectKeyIdentifier id = extensions == null ? null : SubjectKeyIdentifier.fromExtensions(extensions);
        return id == null ? Bytes.EMPTY : Bytes.of(id.getKeyIdentifier());
    }

    private static Bytes authorityKeyId(@Nullable Extensions extensions) {
        AuthorityKeyIdentifier id = extensions == null ? null : AuthorityKeyIdentifier.fromExtensions(extensions);
        byte[] octets = id == null ? null : id.getKeyIdentifierOctets();
        return octets == null ? Bytes.EMPTY : Bytes.of(octets);
    }

    @Override
    public String toString() {
        return "SignedCertificate[" + subject() + ", " + serialNumber().toString(16) + "]";
    }
}
