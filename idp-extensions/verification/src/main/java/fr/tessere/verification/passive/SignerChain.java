package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From a document signer's certificate to the country signer that issued it. One signer signs documents for weeks or
 * months, so its verdict and decoded key are kept, by the certificate's digest; the anchors never change under it.
 */
final class SignerChain {
    private static final int KEPT = 1_000;

    private final TrustAnchors anchors;
    private final Map<Bytes, DocumentSigner> proven = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, DocumentSigner> eldest) {
            return size() > KEPT;
        }
    };

    SignerChain(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /** Reads a certificate, or gives the one that was proven before. */
    SignedCertificate read(Bytes der) throws RefusedException {
        Optional<DocumentSigner> known = known(DigestAlgorithm.SHA256.digest(der));
        return known.isPresent() ? known.get().certificate() : SignedCertificate.parse(der);
    }

    /** The signer, proven; refuses {@code signer-key-usage} and {@code signer-untrusted}. */
    DocumentSigner require(SignedCertificate certificate) throws RefusedException {
        Optional<DocumentSigner> known = known(certificate.digest());
        if (known.isPresent()) {
            return known.get();
        }
        RefusedException.require(
                certificate.signsDocuments(),
                RefusalCode.SIGNER_KEY_USAGE,
                "the signer's certificate is not for digital signatures, or is an authority's");
        SignerProfile profile = SignerProfile.of(certificate);
        DocumentSigner signer = new DocumentSigner(certificate, issuer(certificate), profile);
        synchronized (proven) {
            proven.put(certificate.digest(), signer);
        }
        return signer;
    }

    private Optional<DocumentSigner> known(Bytes digest) {
        synchronized (proven) {
            return Optional.ofNullable(proven.get(digest));
        }
    }

    private CountrySigner issuer(SignedCertificate certificate) throws RefusedException {
        Optional<CountrySigner> single = anchors.exactly(certificate);
        if (single.isPresent() && single.get().specimen()) {
            return single.get();
        }
        for (CountrySigner candidate : anchors.candidates(certificate)) {
            if (candidate.certificate().maySignCertificates()) {
                try {
                    certificate.requireSignedBy(candidate.certificate(), RefusalCode.SIGNER_UNTRUSTED);
                    return candidate;
                } catch (RefusedException other) {
                    continue; // several country signers share one name
                }
            }
        }
        throw new RefusedException(
                RefusalCode.SIGNER_UNTRUSTED,
                "no trusted country signer issued the signer's certificate, %d have the issuer's name"
                        .formatted(anchors.candidates(certificate).size()));
    }
}
