package fr.tessere.verification.trust;

/** The country signers, document signers and revocation lists that count; immutable, with a version. */
public final class TrustAnchors {
    private final String version;

    TrustAnchors(String version) {
        this.version = version;
    }

    /** Digest over all contents, 64 hexadecimal digits: the same folder gives the same version anywhere. */
    public String version() {
        return version;
    }
}
