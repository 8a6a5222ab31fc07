package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.WithKeycloak;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What FapiTest and FapiServerTest leave of the list of musts: audiences in lists, codes bound to a key, addresses left out. */
@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("FAPI 2.0 Security Profile §5.3.2 and §5.3.4: what a request must have, and what its code is bound to")
class FapiRequestTest {
    private final Citizen citizen = new Citizen();
    private final ECKey key = newKey();

    @SuppressWarnings("NullAway.Init")
    private ProfiledService service;

    @SuppressWarnings("NullAway.Init")
    private String issuer;

    @BeforeAll
    void portal(KeycloakServer server) {
        service = server.others().profiled("portal");
        issuer = server.issuer().toString();
    }

    @Test
    @DisplayName("§5.3.2.1 the audience of an assertion is the issuer alone, not a list in which it stands")
    void audiencesAreNoLists() {
        Map<String, String> form = new HashMap<>(service.request(Map.of()));
        form.putAll(service.authentication(issuer));
        form.put("client_assertion", assertion(List.of(issuer, service.endpoint("token"))));

        assertThat(service.post("ext/par/request", form, Map.of()).status()).isBetween(400, 401);
    }

    @Test
    @DisplayName("§5.3.2.2 a pushed request names its return address")
    void theReturnAddressIsNamed() {
        Map<String, String> request = new HashMap<>(service.request(Map.of()));
        request.remove("redirect_uri");

        assertThat(service.push(request).error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest(name = "{0} characters")
    @ValueSource(ints = {22, 64})
    @DisplayName("§5.3.2.2 a nonce of up to 64 characters comes back whole, and so does a long state")
    void longValues(int length) throws ParseException {
        Map<String, String> request = service.request(Map.of("nonce", "n".repeat(length), "state", "s".repeat(1500)));
        Page back = citizen.goTo(service.address(service.push(request).member("request_uri")));
        Reply tokens = service.redeem(Citizen.codeOf(back), proof(key));

        assertThat(back.redirectParameters()).containsEntry("state", request.get("state"));
        assertThat(SignedJWT.parse(tokens.member("id_token")).getJWTClaimsSet().getStringClaim("nonce"))
                .isEqualTo(request.get("nonce"));
    }

    @Test
    @DisplayName("RFC 9126 §2.2: a pushed request is of the service that pushed it")
    void anotherServiceDoesNotUseIt() {
        String pushed = service.push(service.request(Map.of())).member("request_uri");
        Page page = citizen.browser().open(service.address(Map.of("client_id", "archives", "request_uri", pushed)));

        assertThat(page.redirectParameters()).doesNotContainKey("code");
        assertThat(page.body()).doesNotContain("/tessere/readings/");
    }

    @Test
    @DisplayName("§5.3.2.1, RFC 9449 §10: a code is bound to the key that the pushed request names")
    void aCodeIsBoundToTheKeyThatWasNamed() throws JOSEException {
        Map<String, String> request =
                service.request(Map.of("dpop_jkt", key.computeThumbprint().toString()));

        requireBound(service.push(request), service.push(request));
    }

    @Test
    @DisplayName("§5.3.2.1, RFC 9449 §10.1: or to the key that was proven when it was pushed")
    void aCodeIsBoundToTheKeyThatWasProven() {
        requireBound(pushedWithProof(), pushedWithProof());
    }

    @Test
    @DisplayName("§5.3.4 a token in the address is not taken")
    void tokensStandInNoAddress() {
        Reply tokens = service.redeem(citizen.codeFor(service), proof(key));
        String access = tokens.member("access_token");

        assertThat(service.get("userinfo?access_token=" + access).status()).isBetween(400, 401);
    }

    private void requireBound(Reply first, Reply second) {
        Reply stolen = service.redeem(code(first), proof(newKey()));
        Reply own = service.redeem(code(second), proof(key));

        assertThat(stolen.status()).as(stolen.text()).isEqualTo(400);
        assertThat(stolen.json().has("access_token")).isFalse();
        assertThat(own.status()).as(own.text()).isEqualTo(200);
    }

    private Reply pushedWithProof() {
        Map<String, String> form = new HashMap<>(service.request(Map.of()));
        form.putAll(service.authentication(issuer));
        return service.post("ext/par/request", form, Map.of("DPoP", service.proof(key, "POST", "ext/par/request", "")));
    }

    private String code(Reply pushed) {
        assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
        return Citizen.codeOf(citizen.goTo(service.address(pushed.member("request_uri"))));
    }

    private Map<String, String> proof(ECKey by) {
        return Map.of("DPoP", service.proof(by, "POST", "token", ""));
    }

    private String assertion(List<String> audiences) {
        Instant now = Instant.now();
        return service.keys()
                .sign(
                        "JWT",
                        new JWTClaimsSet.Builder()
                                .issuer(service.clientId())
                                .subject(service.clientId())
                                .audience(audiences)
                                .jwtID(UUID.randomUUID().toString())
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plusSeconds(60)))
                                .build());
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
