package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From a document signer's certificate to the country signer that issued it. One signer signs documents for weeks or
 * months, so its verdict and decoded key are kept, for these anchors only.
 */
final class SignerChain {
    private static final int KEPT = 1_000;
    private static final Duration FOR = Duration.ofDays(1);

    private final TrustAnchors anchors;
    private final Remembered<DigestUnderTrust, DocumentSigner> proven;
    private final Instant at;

    /**
     * Chains to these anchors.
     *
     * @param proven verdicts under these and other anchors
     * @param at for how long a verdict is kept counts from here; it does not depend on it
     */
    SignerChain(TrustAnchors anchors, Remembered<DigestUnderTrust, DocumentSigner> proven, Instant at) {
        this.anchors = anchors;
        this.proven = proven;
        this.at = at;
    }

    /** As many verdicts as are worth keeping. */
    static Remembered<DigestUnderTrust, DocumentSigner> memory() {
        return new Remembered<>(KEPT, FOR);
    }

    /** Reads a certificate, or gives the one that was proven before. */
    SignedCertificate read(Bytes der) throws RefusedException {
        Optional<DocumentSigner> known = proven.find(DigestUnderTrust.of(der, anchors), at);
        return known.isPresent() ? known.get().certificate() : SignedCertificate.parse(der);
    }

    /** The signer, proven; refuses {@code signer-key-usage} and {@code signer-untrusted}. */
    DocumentSigner require(SignedCertificate certificate) throws RefusedException {
        DigestUnderTrust key = new DigestUnderTrust(certificate.digest(), anchors.version());
        Optional<DocumentSigner> known = proven.find(key, at);
        if (known.isPresent()) {
            return known.get();
        }
        RefusedException.require(
                certificate.signsDocuments(),
                RefusalCode.SIGNER_KEY_USAGE,
                "the signer's certificate is not for digital signatures, or is an authority's");
        SignerProfile profile = SignerProfile.of(certificate);
        DocumentSigner signer = new DocumentSigner(certificate, issuer(certificate), profile);
        requireOwnCountry(certificate, signer.issuer());
        proven.keep(key, signer, at);
        return signer;
    }

    /** A country signer vouches for signers of its own country, not for others (ICAO 9303-12 §7.1.1). */
    private static void requireOwnCountry(SignedCertificate signer, SignedCertificate issuer) throws RefusedException {
        RefusedException.require(
                signer.country().isEmpty()
                        || issuer.country().isEmpty()
                        || signer.country().equals(issuer.country()),
                RefusalCode.SIGNER_UNTRUSTED,
                "a country signer of %s vouches for a signer of %s".formatted(issuer.country(), signer.country()));
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
