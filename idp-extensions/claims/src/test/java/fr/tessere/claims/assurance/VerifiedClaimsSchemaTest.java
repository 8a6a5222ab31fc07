package fr.tessere.claims.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The schema of our answers refuses what OpenID's published schemas refuse, and more")
class VerifiedClaimsSchemaTest {
    private static final String RIGHT =
            "{'verification':{'trust_framework':'fr_tessere'},'claims':{'birthdate':'1957-00-00'}}";

    @Test
    void takesOneAnswerOrSeveral() throws JsonProcessingException {
        assertThat(faults(RIGHT)).isEmpty();
        assertThat(faults("[" + RIGHT + "," + RIGHT + "]")).isEmpty();
    }

    @ParameterizedTest(name = "{index}: {0}")
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "'text'",
                "{'claims':{'birthdate':'1957-00-00'}}",
                "{'verification':{'trust_framework':'fr_tessere'}}",
                "{'verification':{'trust_framework':'fr_tessere'},'claims':{}}",
                "{'verification':{},'claims':{'birthdate':'1957-00-00'}}",
                "{'verification':{'trust_framework':'eidas'},'claims':{'birthdate':'1957-00-00'}}",
                "{'verification':{'trust_framework':'fr_tessere'},'claims':{'birthdate':'1957'}}",
                "{'verification':{'trust_framework':'fr_tessere'},'claims':{'nationalities':['D']}}",
                "{'verification':{'trust_framework':'fr_tessere'},'claims':{'nationalities':[]}}",
                "{'verification':{'trust_framework':'fr_tessere'},'claims':{'nationalities':['']}}",
                "{'verification':{'trust_framework':'fr_tessere'},'claims':{'email':'a@example.org'}}",
                "{'verification':{'trust_framework':'fr_tessere'},'claims':{'birthdate':'1957-00-00'},'more':1}",
                "{'verification':{'trust_framework':'fr_tessere','time':'26/11/2026'},'claims':{'name':'A'}}",
                "{'verification':{'trust_framework':'fr_tessere','evidence':[]},'claims':{'name':'A'}}",
                "{'verification':{'trust_framework':'fr_tessere','evidence':[{}]},'claims':{'name':'A'}}",
                "{'verification':{'trust_framework':'fr_tessere','evidence':[{'type':'id'}]},'claims':{'name':'A'}}",
                "{'verification':{'trust_framework':'fr_tessere','evidence':[{'type':'document','check_details':[]}]},"
                        + "'claims':{'name':'A'}}",
                "{'verification':{'trust_framework':'fr_tessere','evidence':[{'type':'document','check_details':"
                        + "[{'check_id':'chip-authentication'}]}]},'claims':{'name':'A'}}",
                "{'verification':{'trust_framework':'fr_tessere','evidence':[{'type':'document','document_details':"
                        + "{'document_number':'1'}}]},'claims':{'name':'A'}}",
            })
    void refuses(String answer) throws JsonProcessingException {
        assertThat(faults(answer)).isNotEmpty();
    }

    /** What the metadata do not name is in no verified_claims (Identity Assurance 1.0, OP metadata): both lists are one. */
    @Test
    void knowsTheClaimsThatTheMetadataName() throws JsonProcessingException {
        for (String claim : VerifiedClaimsMetadata.claims()) {
            assertThat(faults(RIGHT.replace("'birthdate':'1957-00-00'", "'" + claim + "':{}")))
                    .as("%s is known, and is no object", claim)
                    .noneMatch(fault -> fault.contains("additional"))
                    .isNotEmpty();
        }
        assertThat(VerifiedClaimsMetadata.members()).containsEntry("trust_frameworks_supported", List.of("fr_tessere"));
    }

    @Test
    void aStateHasThreeLetters() {
        assertThat(Map.of("D", "DEU", "FRA", "FRA", "UNO", "UNO"))
                .allSatisfy((printed, code) -> assertThat(StateCode.of(printed)).isEqualTo(code));
    }

    private static List<String> faults(String answer) throws JsonProcessingException {
        return VerifiedClaimsSchema.faults(JsonMapper.builder().build().readTree(answer.replace('\'', '"')));
    }
}
