package fr.tessere.verification.evidence;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The separate checks of one document, named after BSI TR-03135-1. */
public enum Check {
    SOD_FORMAT("sod-format", "sod"),
    SOD_SIGNATURE("sod-signature", "sod", Input.SIGNER),
    SIGNER_CHAIN("signer-chain", Input.SIGNER, Input.COUNTRY_SIGNER),
    SIGNER_VALIDITY("signer-validity", "sod", Input.SIGNER),
    COUNTRY_SIGNER_VALIDITY("country-signer-validity", Input.COUNTRY_SIGNER),
    SIGNER_REVOCATION("signer-revocation", Input.SIGNER, Input.COUNTRY_SIGNER),
    DATA_GROUP_DIGESTS("data-group-digests", "sod", "dg"),
    DATA_GROUP_FORMAT("data-group-format", "dg"),
    ISSUING_STATE("issuing-state", "dg1", Input.SIGNER),
    DOCUMENT_VALIDITY("document-validity", "dg1"),
    SWITCHES("switches", Input.SIGNER, Input.COUNTRY_SIGNER, "dg1", Input.KILL_SWITCHES),
    DOCUMENT_STATUS("document-status", "dg1"),
    CARD_ACCESS("card-access", "card-access", "dg14"),
    CHIP_AUTHENTICATION("chip-authentication", "dg14"),
    CHIP_AUTHENTICATION_MAPPING("chip-authentication-mapping", "card-access", "card-security"),
    ACTIVE_AUTHENTICATION("active-authentication", "dg14", "dg15"),
    /** What a published defect list changed; not there without a list. */
    DEFECT_LIST("defect-list", Input.DEFECT_LIST);

    /** Stands for every data group. */
    private static final String ANY_DATA_GROUP = "dg";

    private final String word;
    private final Set<String> inputs;

    Check(String word, String... inputs) {
        this.word = word;
        this.inputs = Set.of(inputs);
    }

    /** The word used in receipts. */
    public String word() {
        return word;
    }

    /** The check with this word. */
    public static Optional<Check> ofWord(String word) {
        return Arrays.stream(values()).filter(check -> check.word.equals(word)).findFirst();
    }

    /** True if this check looks at the input of this name. */
    public boolean restsOn(String input) {
        return inputs.contains(input)
                || inputs.contains(ANY_DATA_GROUP)
                        && FileId.ofWord(input).flatMap(FileId::dataGroupNumber).isPresent();
    }

    /** True if it can be made again from files; the others need the chip, or what the server knew at that moment. */
    public boolean isRepeatable() {
        return switch (this) {
            case SWITCHES,
                    DOCUMENT_STATUS,
                    CARD_ACCESS,
                    CHIP_AUTHENTICATION,
                    CHIP_AUTHENTICATION_MAPPING,
                    ACTIVE_AUTHENTICATION -> false;
            default -> true;
        };
    }

    /** The check that a refusal with this code fails; empty if it is about no check of the document. */
    public static Optional<Check> failing(RefusalCode code) {
        return Optional.ofNullable(of(code));
    }

    private static @Nullable Check of(RefusalCode code) {
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
            case CHIP_KEY_MALFORMED, CHIP_KEY_WEAK, CHIP_ALGORITHM, CHIP_NOT_ORIGINAL, CHIP_ANSWER_MALFORMED ->
                CHIP_AUTHENTICATION;
            default -> null;
        };
    }
}
