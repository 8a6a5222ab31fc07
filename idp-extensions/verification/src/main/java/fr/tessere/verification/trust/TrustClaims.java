package fr.tessere.verification.trust;

import java.util.Optional;

/** Does a directory entry hold what its name says? Nobody signs a directory; an entry in the wrong place is a lie. */
final class TrustClaims {
    private TrustClaims() {}

    static void require(Optional<TrustObjects.Claim> claim, SignedCertificate certificate) throws UnusableException {
        if (claim.isPresent()) {
            require(claim, certificate.isAuthority() ? "csca" : "dsc", certificate.country());
        }
    }

    static void require(Optional<TrustObjects.Claim> claim, String branch, String country) throws UnusableException {
        if (claim.isPresent()) {
            UnusableException.require(
                    claim.get().branch().equals(branch),
                    TrustFault.ENTRY_DIFFERS,
                    "the entry stands under %s, its content belongs under %s"
                            .formatted(claim.get().branch(), branch));
            UnusableException.require(
                    country.isEmpty() || claim.get().country().equals(country),
                    TrustFault.ENTRY_DIFFERS,
                    "the entry names %s, its content %s".formatted(claim.get().country(), country));
        }
    }
}
