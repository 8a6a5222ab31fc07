package fr.tessere.verification.evidence;

import fr.tessere.protocol.reading.RefusalCode;

/** The separate checks of one document, named after BSI TR-03135-1. */
public enum Check {
    SOD_FORMAT("sod-format"),
    SOD_SIGNATURE("sod-signature"),
    SIGNER_CHAIN("signer-chain"),
    SIGNER_VALIDITY("signer-validity"),
    COUNTRY_SIGNER_VALIDITY("country-signer-validity"),
    SIGNER_REVOCATION("signer-revocation"),
    DATA_GROUP_DIGESTS("data-group-digests"),
    DATA_GROUP_FORMAT("data-group-format"),
    ISSUING_STATE("issuing-state"),
    DOCUMENT_VALIDITY("document-validity"),
    SWITCHES("switches"),
    DOCUMENT_STATUS("document-status"),
    CARD_ACCESS("card-access"),
    CHIP_AUTHENTICATION("chip-authentication"),
    CHIP_AUTHENTICATION_MAPPING("chip-authentication-mapping"),
    ACTIVE_AUTHENTICATION("active-authentication"),
    /** What a published defect list changed; not there without a list. */
    DEFECT_LIST("defect-list");

    private final String word;

    Check(String word) {
        this.word = word;
    }

    /** The word used in receipts. */
    public String word() {
        return word;
    }

    /** The check that a refusal with this code fails; {@code chip-authentication} for codes of the chip's answers. */
    public static Check of(RefusalCode code) {
        return switch (code) {
            case SOD_MALFORMED, SOD_TRAILING_BYTES, SOD_CONTENT_TYPE, SOD_VERSION, SOD_SIGNERS, SOD_ATTRIBUTES ->
                SOD_FORMAT;
            case SOD_ALGORITHM, SOD_DIGEST, SOD_SIGNATURE, SIGNER_MISSING -> SOD_SIGNATURE;
            case SIGNER_MALFORMED, SIGNER_UNTRUSTED, SIGNER_KEY_USAGE -> SIGNER_CHAIN;
            case SIGNER_NOT_YET_VALID, SIGNER_EXPIRED -> SIGNER_VALIDITY;
            case SIGNER_REVOKED -> SIGNER_REVOCATION;
            case SIGNER_COUNTRY -> ISSUING_STATE;
            case DATA_GROUP_MISSING, DATA_GROUP_NOT_SIGNED, DATA_GROUP_DIGEST -> DATA_GROUP_DIGESTS;
            case DATA_GROUP_MALFORMED, MRZ_CHECK_DIGIT -> DATA_GROUP_FORMAT;
            case DOCUMENT_EXPIRED, DOCUMENT_NOT_YET_VALID -> DOCUMENT_VALIDITY;
            case SIGNER_SWITCHED_OFF,
                    COUNTRY_SIGNER_SWITCHED_OFF,
                    COUNTRY_SWITCHED_OFF,
                    DOCUMENT_TYPE_SWITCHED_OFF,
                    ALGORITHM_SWITCHED_OFF -> SWITCHES;
            case DOCUMENT_LOST, DOCUMENT_STOLEN, DOCUMENT_BLOCKED, DOCUMENT_STATUS_UNAVAILABLE -> DOCUMENT_STATUS;
            case CARD_ACCESS_DIFFERS -> CARD_ACCESS;
            case CARD_SECURITY_MISSING, CARD_SECURITY_MALFORMED, CARD_SECURITY_UNTRUSTED -> CHIP_AUTHENTICATION_MAPPING;
            default -> CHIP_AUTHENTICATION;
        };
    }
}
