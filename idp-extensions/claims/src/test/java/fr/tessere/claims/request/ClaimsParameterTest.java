package fr.tessere.claims.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OpenID Connect Core §5.5: the parameter claims")
class ClaimsParameterTest {
    @Nested
    @DisplayName("hostile or wrong: refused")
    class Refused {
        @ParameterizedTest(name = "{index}: {0}")
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "[]",
                    "7",
                    "{",
                    "{} {}",
                    "{}x",
                    "{'id_token':{}}",
                    "{\"id_token\":[]}",
                    "{\"id_token\":\"acr\"}",
                    "{\"id_token\":{},\"id_token\":{}}",
                    "{\"userinfo\":{\"email\":null,\"email\":null}}",
                    "{\"userinfo\":{\"email\":true}}",
                    "{\"userinfo\":{\"email\":[]}}",
                    "{\"userinfo\":{\"email\":{\"essential\":\"yes\"}}}",
                    "{\"userinfo\":{\"email\":{\"essential\":1}}}",
                    "{\"userinfo\":{\"email\":{\"values\":[]}}}",
                    "{\"userinfo\":{\"email\":{\"values\":\"a\"}}}",
                    "{\"userinfo\":{\"email\":{\"value\":null}}}",
                    "{\"userinfo\":{\"email\":{\"value\":{}}}}",
                    "{\"userinfo\":{\"email\":{\"purpose\":\"ab\"}}}",
                    "{\"userinfo\":{\"email\":{\"purpose\":\"a\\u0000bc\"}}}",
                    "{\"userinfo\":{\"verified_claims\":null}}",
                    "{\"userinfo\":{\"verified_claims\":[]}}",
                    "{\"userinfo\":{\"verified_claims\":{}}}",
                    "{\"userinfo\":{\"verified_claims\":{\"verification\":{},\"claims\":{\"gender\":null}}}}",
                    "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null},\"claims\":{}}}}",
                    "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null}}}}",
                    "{\"userinfo\":NaN}",
                })
        void whatIsNotWhatTheStandardDescribes(String text) {
            requireRefused(text);
        }

        @ParameterizedTest(name = "{index}")
        @MethodSource("fr.tessere.claims.request.ClaimsParameterTest#huge")
        void whatIsHuge(String text) {
            requireRefused(text);
        }

        private void requireRefused(String text) {
            assertThatThrownBy(() -> ClaimsParameter.parse(text))
                    .isInstanceOfSatisfying(
                            MalformedRequestException.class,
                            wrong -> assertThat(wrong.error()).isEqualTo("invalid_request"));
        }
    }

    static String[] huge() {
        return new String[] {
            "{\"userinfo\":{\"email\":{\"value\":\"" + "a".repeat(1_000_000) + "\"}}}",
            "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
            "{\"userinfo\":".repeat(11) + "{}" + "}".repeat(11),
            "[".repeat(3999),
            "{\"userinfo\":{" + "\"a%d\":null,".repeat(150).formatted(numbers()) + "\"z\":null}}",
            "{\"userinfo\":{\"email\":{\"value\":1" + "0".repeat(40) + "}}}",
            "{\"userinfo\":{\"email\":{\"purpose\":\"" + "é".repeat(301) + "\"}}}",
        };
    }

    private static Object[] numbers() {
        return java.util.stream.IntStream.range(0, 150).boxed().toArray();
    }

    @Nested
    @DisplayName("§5.5.1 individual claims")
    class Individual {
        @Test
        void areAskedForWithNullOrAnObject() throws MalformedRequestException {
            ClaimsParameter claims = ClaimsParameter.parse("""
                    {"userinfo": {"email": null, "given_name": {"essential": true, "purpose": "Pour votre dossier"}},
                     "id_token": {"acr": {"values": ["eidas2", "eidas3"]}, "other": {"unknown-member": 1}}}""");

            assertThat(claims.userinfo()).containsOnlyKeys("email", "given_name");
            assertThat(claims.userinfo())
                    .containsEntry("email", AskedClaim.PLAIN)
                    .containsEntry("given_name", new AskedClaim(true, Optional.of("Pour votre dossier"), List.of()));
            assertThat(claims.idToken())
                    .containsEntry("other", AskedClaim.PLAIN)
                    .hasEntrySatisfying("acr", acr -> assertThat(acr.values()).hasSize(2));
        }

        @Test
        void nothingIsNothing() throws MalformedRequestException {
            assertThat(ClaimsParameter.parse("{}")).isEqualTo(ClaimsParameter.NONE);
            assertThat(ClaimsParameter.parse("{\"unknown\":{\"a\":1},\"userinfo\":null}"))
                    .isEqualTo(ClaimsParameter.NONE);
        }
    }

    @Test
    void verifiedClaimsMayBeSeveral() throws MalformedRequestException {
        String one = "{\"verification\":{\"trust_framework\":null},\"claims\":{\"birthdate\":null}}";
        ClaimsParameter claims =
                ClaimsParameter.parse("{\"id_token\":{\"verified_claims\":[" + one + "," + one + "]}}");

        assertThat(claims.verifiedIdToken()).hasSize(2);
        assertThat(claims.idToken()).isEmpty();
    }
}
