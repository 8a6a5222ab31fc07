package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A document signer that a trusted country signer issued. Only {@link SignerChain} can make one. */
public final class DocumentSigner {
    private final SignedCertificate certificate;
    private final CountrySigner issuer;
    private final SignerProfile profile;

    DocumentSigner(SignedCertificate certificate, CountrySigner issuer, SignerProfile profile) {
        this.certificate = certificate;
        this.issuer = issuer;
        this.profile = profile;
    }

    /** Country of the signer in upper case, two letters as a rule. */
    public String country() {
        return certificate.country().isEmpty() ? issuer.certificate().country() : certificate.country();
    }

    /** SHA-256 of the certificate, 32 bytes. */
    public Bytes digest() {
        return certificate.digest();
    }

    /** Identifier of its key, or empty. */
    public Bytes keyId() {
        return certificate.subjectKeyId();
    }

    /** SHA-256 of the certificate of the country signer that issued it, 32 bytes. */
    public Bytes issuerDigest() {
        return issuer.certificate().digest();
    }

    /** Identifier of the country signer's key, or empty. */
    public Bytes issuerKeyId() {
        return issuer.certificate().subjectKeyId();
    }

    /** How its certificate is signed, and {@code RSA-2048} and the like if its key or its issuer's is of that kind. */
    public Set<String> algorithms() {
        Set<String> words = new TreeSet<>();
        words.add(certificate.scheme().word());
        for (SignedCertificate one : List.of(certificate, issuer.certificate())) {
            one.key().rsa().ifPresent(key -> words.add("RSA-" + key.getModulus().bitLength()));
        }
        return words;
    }

    /** True if it signs specimens, not documents of a State. */
    public boolean specimen() {
        return issuer.specimen();
    }

    SignerProfile profile() {
        return profile;
    }

    SignedCertificate certificate() {
        return certificate;
    }

    SignedCertificate issuer() {
        return issuer.certificate();
    }
}
