package fr.tessere.verification.evidence;

/** The separate checks of one document, named after BSI TR-03135-1. */
public enum Check {
    SOD_SIGNATURE("sod-signature"),
    SIGNER_CHAIN("signer-chain"),
    SIGNER_VALIDITY("signer-validity"),
    COUNTRY_SIGNER_VALIDITY("country-signer-validity"),
    SIGNER_REVOCATION("signer-revocation"),
    ISSUING_STATE("issuing-state"),
    DATA_GROUP_DIGESTS("data-group-digests"),
    DOCUMENT_VALIDITY("document-validity"),
    CHIP_AUTHENTICATION("chip-authentication"),
    ACTIVE_AUTHENTICATION("active-authentication");

    private final String word;

    Check(String word) {
        this.word = word;
    }

    /** The word used in receipts. */
    public String word() {
        return word;
    }
}
