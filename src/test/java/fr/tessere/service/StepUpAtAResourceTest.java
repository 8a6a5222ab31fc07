package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName(
        "RFC 9470: a resource server asks for a stronger sign-in, the service passes that on, and the new token opens it")
class StepUpAtAResourceTest {
    private static final String SCOPE = "openid address_register";
    private static final Pattern PARAMETER = Pattern.compile("(acr_values|max_age)=\"([^\"]+)\"");

    @Test
    void fromTheChallengeToTheResource(KeycloakServer server, DemoService demo) throws Exception {
        Citizen citizen = new Citizen();
        Tokens low = signIn(server, citizen, Map.of("scope", SCOPE, "acr_values", "eidas1"));
        HttpResponse<String> challenge = ask(demo, low);
        assertThat(challenge.statusCode()).isEqualTo(401);
        assertThat(header(challenge)).startsWith("Bearer error=\"insufficient_user_authentication\"");

        Map<String, String> more = new LinkedHashMap<>(Map.of("scope", SCOPE));
        Matcher parameter = PARAMETER.matcher(header(challenge));
        while (parameter.find()) {
            more.put(parameter.group(1), parameter.group(2));
        }
        Tokens high = signIn(server, citizen, more);

        assertThat(more).containsEntry("acr_values", "eidas2").containsKey("max_age");
        assertThat(high.claims().path("acr").asText()).isEqualTo("eidas2");
        // §6.1: the access token says what the resource server asks about
        JWTClaimsSet access = SignedJWT.parse(high.accessToken()).getJWTClaimsSet();
        assertThat(access.getStringClaim("acr")).isEqualTo("eidas2");
        assertThat(access.getLongClaim("auth_time"))
                .isEqualTo(high.claims().path("auth_time").asLong());
        assertThat(ask(demo, high).body()).contains("Exemple");
    }

    @Test
    void aTokenForSomebodyElseOpensNothing(KeycloakServer server, DemoService demo) throws Exception {
        Tokens elsewhere = signIn(server, new Citizen(), Map.of("scope", "openid", "acr_values", "eidas2"));

        HttpResponse<String> refused = ask(demo, elsewhere);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused)).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static Tokens signIn(KeycloakServer server, Citizen citizen, Map<String, String> request) {
        RelyingService.Attempt attempt = server.service("town-hall").begin(request);
        return attempt.tokens(citizen.goTo(attempt.address()));
    }

    private static HttpResponse<String> ask(DemoService demo, Tokens tokens) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(demo.address().resolve("/api/register"))
                .header("Authorization", "Bearer " + tokens.accessToken())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }
}
