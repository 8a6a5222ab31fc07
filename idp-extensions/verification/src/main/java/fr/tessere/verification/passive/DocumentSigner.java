package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;

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
