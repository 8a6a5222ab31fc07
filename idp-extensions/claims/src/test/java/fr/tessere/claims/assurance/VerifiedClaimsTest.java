package fr.tessere.claims.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.claims.request.ClaimsParameter;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.Proof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OpenID Connect for Identity Assurance 1.0: verified_claims")
class VerifiedClaimsTest {
    private static final Instant CHECKED = Instant.parse("2026-11-26T10:00:00.5Z");
    static final Instant NOW = Instant.parse("2026-11-26T10:10:00Z");
    static final Map<String, Object> SIGNED =
            Map.of("family_name", "Spécimen", "birthdate", "1991-00-00", "nationalities", List.of("FRA"));
    static final String ALL_EVIDENCE = "\"evidence\":[{\"type\":{\"value\":\"document\"},"
            + "\"check_details\":[{\"check_method\":null,\"check_id\":null,\"time\":null}],\"document_details\":null}]";

    @Nested
    @DisplayName("a condition that does not hold leaves nothing at all")
    class Conditions {
        @ParameterizedTest(name = "{index}: {0}")
        @ValueSource(
                strings = {
                    "\"trust_framework\":{\"value\":\"eidas\"}",
                    "\"trust_framework\":{\"values\":[\"eidas\",\"de_aml\"]}",
                    "\"trust_framework\":null,\"assurance_level\":{\"value\":\"high\"}",
                    "\"trust_framework\":null,\"time\":{\"max_age\":599}",
                    "\"trust_framework\":null,\"verification_process\":{\"value\":\"x\"}",
                    "\"trust_framework\":null,\"assurance_process\":{\"policy\":{\"value\":\"x\"}}",
                    "\"trust_framework\":null,\"evidence\":[{\"type\":{\"value\":\"vouch\"}}]",
                    "\"trust_framework\":null,\"evidence\":[{\"check_details\":[{\"check_method\":{\"value\":\"pvp\"}}]}]",
                    "\"trust_framework\":null,\"evidence\":[{\"document_details\":{\"document_number\":{\"value\":\"1\"}}}]",
                    "\"trust_framework\":null,\"evidence\":[{\"type\":{\"value\":\"document\"},\"time\":{\"max_age\":9}}]",
                })
        void inTheVerification(String verification) throws MalformedRequestException {
            assertThat(answer(verification, "\"birthdate\":null")).isEmpty();
        }

        @ParameterizedTest(name = "{index}: {0}")
        @ValueSource(
                strings = {
                    "\"birthdate\":{\"value\":\"1990-01-01\"}",
                    "\"birthdate\":{\"values\":[\"1990-01-01\",\"1990-01-02\"]},\"email\":{\"essential\":true}",
                    "\"email\":null",
                    "\"birthplace\":null",
                })
        void inTheClaims(String claims) throws MalformedRequestException {
            assertThat(answer("\"trust_framework\":null", claims)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{index}: {0}")
    @ValueSource(
            strings = {
                "\"trust_framework\":\"fr_tessere\"",
                "\"trust_framework\":[]",
                "\"trust_framework\":{\"value\":1}",
                "\"trust_framework\":{\"values\":\"eidas\"}",
                "\"trust_framework\":{\"values\":[]}",
                "\"trust_framework\":{\"values\":[null]}",
                "\"trust_framework\":{\"essential\":\"true\"}",
                "\"trust_framework\":null,\"time\":{\"max_age\":-1}",
                "\"trust_framework\":null,\"time\":{\"max_age\":1.5}",
                "\"trust_framework\":null,\"time\":{\"max_age\":\"60\"}",
                "\"trust_framework\":null,\"evidence\":{\"type\":null}",
                "\"trust_framework\":null,\"evidence\":[\"document\"]",
                "\"trust_framework\":null,\"evidence\":[{\"type\":\"document\"}]",
                "\"trust_framework\":null,\"evidence\":[{\"check_details\":{\"check_method\":null}}]",
            })
    @DisplayName("a condition of the wrong kind is refused, not overlooked (§6.3.1)")
    void theShapeOfARequest(String verification) {
        assertThatThrownBy(() -> answer(verification, "\"birthdate\":null"))
                .isInstanceOfSatisfying(
                        MalformedRequestException.class,
                        wrong -> assertThat(wrong.error()).isEqualTo("invalid_request"));
    }

    @Nested
    @DisplayName("§6.5: essential or not makes no difference; what does not fit among the claims is left out alone")
    class LeftOut {
        @ParameterizedTest(name = "{index}: {0}")
        @ValueSource(
                strings = {
                    "\"birthdate\":null,\"email\":{\"essential\":true}",
                    "\"birthdate\":{\"essential\":true},\"family_name\":{\"value\":\"Another\"}",
                    "\"birthdate\":null,\"family_name\":{\"values\":[\"A\",\"B\"],\"essential\":true}",
                })
        void aClaim(String claims) throws MalformedRequestException {
            assertThat(answer("\"trust_framework\":null", claims).get(0).path("claims"))
                    .hasToString("{\"birthdate\":\"1991-00-00\"}");
        }

        @Test
        void anElementThatIsNotKnown() throws MalformedRequestException {
            String evidence = "\"evidence\":[{\"type\":{\"value\":\"document\"},"
                    + "\"document_details\":{\"document_number\":{\"essential\":true}}}]";

            assertThat(answer("\"trust_framework\":null," + evidence, "\"birthdate\":null")
                            .get(0)
                            .findValue("document_details"))
                    .hasToString("{\"type\":\"idcard\"}");
        }
    }

    @Nested
    @DisplayName("§6.2: several entries are alternatives")
    class Alternatives {
        @Test
        void ofEvidence() throws MalformedRequestException {
            String either = "\"evidence\":[{\"type\":{\"value\":\"vouch\"}},{\"type\":{\"value\":\"document\"}}]";

            assertThat(answer("\"trust_framework\":null," + either, "\"birthdate\":null")
                            .get(0)
                            .at("/verification/evidence"))
                    .hasToString("[{\"type\":\"document\"}]");
        }

        @Test
        void ofChecks() throws MalformedRequestException {
            String either = "\"evidence\":[{\"type\":{\"value\":\"document\"},\"check_details\":"
                    + "[{\"check_method\":{\"value\":\"pvp\"}},{\"check_method\":{\"value\":\"data\"}}]}]";

            assertThat(answer("\"trust_framework\":null," + either, "\"birthdate\":null")
                            .get(0)
                            .findValue("check_details"))
                    .hasToString("[{\"check_method\":\"data\"}]");
        }
    }

    @ParameterizedTest(name = "asked on {0}: {1}")
    @CsvSource({"2031-05-04T23:59:58Z, true", "2031-05-05T00:00:09Z, true", "2031-05-05T00:00:11Z, false"})
    @DisplayName("§6.3.2: the age of a date counts from its last second")
    void theAgeOfADate(String asked, boolean holds) throws MalformedRequestException {
        String request = "{\"verification\":{\"trust_framework\":null,\"evidence\":[{\"type\":{\"value\":\"document\"},"
                + "\"document_details\":{\"date_of_expiry\":{\"max_age\":10}}}]},\"claims\":{\"birthdate\":null}}";

        assertThat(new VerifiedClaims(document(Proof.CHIP_AUTHENTICATION, true, true), AssuranceLevel.EIDAS2, SIGNED)
                        .answer(requests(request), Instant.parse(asked)))
                .hasSize(holds ? 1 : 0);
    }

    @Nested
    @DisplayName("what is asked for, and no more")
    class Answers {
        @Test
        void theLeastRequestHasTheLeastAnswer() throws MalformedRequestException {
            assertThat(answer("\"trust_framework\":null", "\"birthdate\":null").get(0))
                    .hasToString("{\"verification\":{\"trust_framework\":\"fr_tessere\"},"
                            + "\"claims\":{\"birthdate\":\"1991-00-00\"}}");
        }

        @ParameterizedTest(name = "{index}: {0}")
        @ValueSource(
                strings = {
                    "\"trust_framework\":{\"value\":\"fr_tessere\"}",
                    "\"trust_framework\":{\"values\":[\"eidas\",\"fr_tessere\"]}",
                    "\"trust_framework\":null,\"time\":{\"max_age\":600}",
                    "\"trust_framework\":null,\"verification_process\":null",
                    "\"trust_framework\":null,\"assurance_level\":{\"value\":\"eidas2\"}",
                })
        void aConditionThatHoldsIsNoObstacle(String verification) throws MalformedRequestException {
            assertThat(answer(verification, "\"birthdate\":null")).hasSize(1);
        }

        @Test
        void aVoluntaryClaimThatIsNotKnownIsLeftOut() throws MalformedRequestException {
            JsonNode answer = answer("\"trust_framework\":null", "\"birthdate\":null,\"email\":null")
                    .get(0);

            assertThat(answer.path("claims").properties()).hasSize(1);
        }

        @Test
        void onlyTheChecksThatAreAskedForAreSaid() throws MalformedRequestException {
            JsonNode answer = answer(
                            "\"trust_framework\":null,\"evidence\":[{\"type\":null,\"check_details\":[{\"check_method\":{\"value\":\"data\"}}]}]",
                            "\"birthdate\":null")
                    .get(0);

            assertThat(answer.at("/verification/evidence"))
                    .hasToString("[{\"type\":\"document\",\"check_details\":[{\"check_method\":\"data\"}]}]");
        }

        @Test
        void severalRequestsHaveOneAnswerEachThatCanBeMet() throws MalformedRequestException {
            String met = "{\"verification\":{\"trust_framework\":null},\"claims\":{\"birthdate\":null}}";
            String notMet =
                    "{\"verification\":{\"trust_framework\":{\"value\":\"eidas\"}},\"claims\":{\"birthdate\":null}}";

            assertThat(answerTo("[" + met + "," + notMet + "," + met + "]", true))
                    .hasSize(2);
        }
    }

    @ParameterizedTest(name = "{index}: {0}")
    @ValueSource(
            strings = {
                "\"evidence\":null",
                "\"evidence\":[{\"check_details\":null}]",
                "\"evidence\":[{\"check_details\":[{\"check_id\":null}]}]",
                "\"evidence\":[{\"document_details\":{\"issuer\":{\"country_code\":null}}}]",
                "\"evidence\":[{\"unknown\":null}]",
                "\"assurance_process\":null,\"unknown\":{\"essential\":true}",
            })
    void everyAnswerIsValidHoweverLittleWasAskedFor(String verification) throws MalformedRequestException {
        List<JsonNode> answers =
                answer("\"trust_framework\":null," + verification, "\"birthdate\":null,\"nationalities\":null");

        assertThat(answers).hasSize(1);
        assertThat(VerifiedClaimsSchema.faults(answers.get(0))).isEmpty();
    }

    @Test
    void everyAnswerIsWhatThePublishedSchemaDescribes() throws MalformedRequestException {
        String request = "{\"verification\":{\"trust_framework\":null,\"assurance_level\":null,\"time\":null,"
                + ALL_EVIDENCE + "},\"claims\":{\"birthdate\":null,\"nationalities\":null}}";

        assertThat(VerifiedClaimsSchema.faults(answerTo(request, true).get(0))).isEmpty();
        assertThat(VerifiedClaimsSchema.faults(
                        answer("\"trust_framework\":null", "\"birthdate\":null").get(0)))
                .isEmpty();
    }

    private static List<JsonNode> answer(String verification, String claims) throws MalformedRequestException {
        return answerTo("{\"verification\":{" + verification + "},\"claims\":{" + claims + "}}", true);
    }

    static List<JsonNode> answerTo(String verifiedClaims, boolean mayBeNamed) throws MalformedRequestException {
        return new VerifiedClaims(document(Proof.CHIP_AUTHENTICATION, true, mayBeNamed), AssuranceLevel.EIDAS2, SIGNED)
                .answer(requests(verifiedClaims), NOW);
    }

    static List<fr.tessere.claims.request.VerifiedRequest> requests(String verifiedClaims)
            throws MalformedRequestException {
        return ClaimsParameter.parse("{\"userinfo\":{\"verified_claims\":" + verifiedClaims + "}}")
                .verifiedUserinfo();
    }

    private static CheckedDocument document(Proof proof, boolean statusKnown, boolean mayBeNamed) {
        return document(proof, statusKnown, mayBeNamed, Optional.empty());
    }

    static CheckedDocument document(Proof proof, boolean statusKnown, boolean mayBeNamed, Optional<Instant> compared) {
        return new CheckedDocument(
                "idcard", "FRA", LocalDate.of(2031, 5, 4), proof, statusKnown, CHECKED, compared, mayBeNamed);
    }
}
