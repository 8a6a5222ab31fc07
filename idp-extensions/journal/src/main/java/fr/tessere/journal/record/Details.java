package fr.tessere.journal.record;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The details of our events: facts and digests. Only these, and nothing else an event carries, reach the journal. */
public final class Details {
    /** Step of the reading that was refused. */
    public static final String STEP = "tessere_step";
    /** First digits of the handle's SHA-256. */
    public static final String HANDLE = "tessere_handle";
    /** Duration of the step. */
    public static final String MILLISECONDS = "tessere_milliseconds";
    /** How the chip was proven; {@code passkey} where one was shown in its place. */
    public static final String PROOF = "tessere_proof";
    /** Level reached. */
    public static final String LEVEL = "tessere_level";
    /** Where the reader stood. */
    public static final String CHANNEL = "tessere_channel";
    /** Country of the document signer, two letters. */
    public static final String SIGNER_COUNTRY = "tessere_signer_country";
    /** True for a specimen. */
    public static final String SPECIMEN = "tessere_specimen";
    /** Keyed digest of the document. */
    public static final String DOCUMENT = "tessere_document";

    /** SHA-256 of the certificate of the document signer whose document was refused. */
    public static final String SIGNER = "tessere_signer";

    /** The entry of the log with the receipt of the evidence. */
    public static final String RECEIPT = "tessere_receipt";

    /** Names of the claims that a person agreed to release, a space between them. */
    public static final String CLAIMS = "tessere_claims";

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            RECEIPT,
            STEP,
            HANDLE,
            MILLISECONDS,
            PROOF,
            LEVEL,
            CHANNEL,
            SIGNER,
            SIGNER_COUNTRY,
            SPECIMEN,
            DOCUMENT,
            CLAIMS);

    /** Keycloak's own: what a rule of a client policy says to the service. */
    private static final String SAID = "client_policy_error_detail";

    private Details() {}

    /** The word of our refusal where the error is a standard's, as for a refresh token: it stands before what the service is told. */
    static Optional<String> refusal(Map<String, String> details) {
        return Optional.ofNullable(details.get(SAID))
                .flatMap(said -> RefusalCode.ofWord(said.replaceFirst(":.*", "")))
                .map(RefusalCode::word);
    }
}
