package fr.tessere.claims.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RFC 6749 §3.1 and OpenID Connect Core §3.1.2.1: rules of a request")
class RequestRulesTest {
    @Test
    void anHonestRequestPasses() {
        assertThatCode(() -> require(honest())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("wrong")
    void aRequestThatBreaksOneIsRefused(String error, Map<String, List<String>> parameters) {
        assertThatThrownBy(() -> require(parameters))
                .isInstanceOfSatisfying(
                        MalformedRequestException.class,
                        wrong -> assertThat(wrong.error()).isEqualTo(error));
    }

    static Object[][] wrong() {
        return new Object[][] {
            {"invalid_request", with("state", List.of("a", "b"))},
            {"invalid_request", with("anything", List.of("a", "a"))},
            {"invalid_request", with("login_hint", List.of("a".repeat(4001)))},
            {"invalid_request", with("claims", List.of("a".repeat(1_000_000)))},
            {"invalid_request", with("ui_locales", List.of("fr\uFFFDn"))},
            {"invalid_request", with("na\uFFFDme", List.of("a"))},
            {"invalid_request", with("nonce", List.of("a\u0000b"))},
            {"invalid_request", many()},
            {"invalid_scope", with("scope", List.of("profile"))},
            {"invalid_scope", with("scope", List.of(""))},
            {"invalid_scope", with("scope", List.of("openid été"))},
            {"invalid_scope", with("scope", List.of("openid a\"b"))},
            {"invalid_scope", with("scope", List.of("openid" + " profile".repeat(50)))},
            {"invalid_scope", with("scope", List.of("openid " + "a".repeat(1000)))},
            {"invalid_request", with("prompt", List.of("none login"))},
            {"invalid_request", with("prompt", List.of("create"))},
            {"invalid_request", with("max_age", List.of("-1"))},
            {"invalid_request", with("max_age", List.of("soon"))},
            {"invalid_request", with("max_age", List.of("9999999999"))},
        };
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"prompt, login consent", "prompt, none", "max_age, 0", "prompt, unknown", "claims_locales, fr en"})
    void theOtherValuesPass(String name, String value) {
        assertThatCode(() -> require(with(name, List.of(value)))).doesNotThrowAnyException();
    }

    private static void require(Map<String, List<String>> parameters) throws MalformedRequestException {
        RequestRules.require(parameters);
        RequestRules.requireParsed(first(parameters, "scope"), first(parameters, "prompt"));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    private static Map<String, List<String>> honest() {
        return with("state", List.of("abc"));
    }

    private static Map<String, List<String>> with(String name, List<String> values) {
        Map<String, List<String>> parameters = new HashMap<>(Map.of("scope", List.of("openid profile")));
        parameters.put(name, values);
        return parameters;
    }

    private static Map<String, List<String>> many() {
        return IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> "p" + i, i -> List.of("a")));
    }
}
