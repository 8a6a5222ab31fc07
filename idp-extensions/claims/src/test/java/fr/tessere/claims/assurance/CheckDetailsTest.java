package fr.tessere.claims.assurance;

import static fr.tessere.claims.assurance.VerifiedClaimsTest.NOW;
import static fr.tessere.claims.assurance.VerifiedClaimsTest.SIGNED;
import static fr.tessere.claims.assurance.VerifiedClaimsTest.answerTo;
import static fr.tessere.claims.assurance.VerifiedClaimsTest.document;
import static fr.tessere.claims.assurance.VerifiedClaimsTest.requests;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.Proof;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("OpenID Connect for Identity Assurance 1.0, evidence: one document, one entry for each check")
class CheckDetailsTest {
    private static final String REQUEST = "{\"verification\":{\"trust_framework\":null,"
            + VerifiedClaimsTest.ALL_EVIDENCE + "},\"claims\":{\"birthdate\":null}}";

    @ParameterizedTest(name = "{0}, status known {1}")
    @CsvSource({
        "CHIP_AUTHENTICATION, true, passive-authentication chip-authentication document-status",
        "ACTIVE_AUTHENTICATION, false, passive-authentication active-authentication",
        "NONE, true, passive-authentication document-status",
        "NONE, false, passive-authentication",
    })
    void namesTheChecksThatWereMade(Proof proof, boolean statusKnown, String checks) throws MalformedRequestException {
        JsonNode answer = new VerifiedClaims(
                        document(proof, statusKnown, true, Optional.empty()), AssuranceLevel.EIDAS2, SIGNED)
                .answer(requests(REQUEST), NOW)
                .get(0);

        assertThat(answer.at("/verification/evidence/0/check_details").findValuesAsText("check_id"))
                .containsExactly(checks.split(" "));
    }

    @Test
    @DisplayName(
            "a comparison at a counter: inspected (vpip) and compared (pvp) in person, then and not at the sign-in")
    void namesWhatAnAgentDidAtACounter() throws MalformedRequestException {
        CheckedDocument compared =
                document(Proof.CHIP_AUTHENTICATION, true, true, Optional.of(Instant.parse("2026-03-01T09:00:00.7Z")));
        JsonNode answer = new VerifiedClaims(compared, AssuranceLevel.EIDAS3, SIGNED)
                .answer(requests(REQUEST), NOW)
                .get(0);
        JsonNode checks = answer.at("/verification/evidence/0/check_details");

        assertThat(checks.findValuesAsText("check_method")).containsExactly("vcrypt", "vcrypt", "data", "vpip", "pvp");
        assertThat(checks.findValuesAsText("time").subList(3, 5)).containsOnly("2026-03-01T09:00:00Z");
        assertThat(VerifiedClaimsSchema.faults(answer)).isEmpty();
    }

    @Test
    void namesTheDocumentOnlyToWhomMayKnowIt() throws MalformedRequestException {
        assertThat(answerTo(REQUEST, true).get(0).findValue("document_details"))
                .hasToString("{\"type\":\"idcard\",\"date_of_expiry\":\"2031-05-04\","
                        + "\"issuer\":{\"country_code\":\"FRA\"}}");
        assertThat(answerTo(REQUEST, false).get(0).findValue("document_details"))
                .isNull();
    }
}
