package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jwt.SignedJWT;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.TransportKeys;
import fr.tessere.server.TransportKeys.Certificate;
import fr.tessere.server.WithKeycloak;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("FAPI 2.0 by mutual TLS (RFC 8705), on a TLS port that asks for certificates")
class MutualTlsTest {
    private static final String NAME = "archives";

    private final Citizen citizen = new Citizen();

    @SuppressWarnings("NullAway.Init")
    private TransportKeys keys;

    @SuppressWarnings("NullAway.Init")
    private Certificate own;

    @SuppressWarnings("NullAway.Init")
    private ProfiledService service;

    @SuppressWarnings("NullAway.Init")
    private ProfiledService bare;

    @SuppressWarnings("NullAway.Init")
    private ProfiledService renewed;

    @BeforeAll
    void archives(KeycloakServer server) {
        keys = server.others().transport();
        own = keys.of(NAME);
        service = server.others().byTransport(own.client());
        bare = server.others().byTransport(keys.withoutCertificate());
        renewed = server.others().byTransport(keys.of(NAME).client());
    }

    @Nested
    @DisplayName("RFC 8705 §2: client authentication")
    class Authentication {
        @Test
        void byTheCertificateAlone() {
            assertThat(service.push(service.request(Map.of())).status()).isEqualTo(201);
        }

        @Test
        void byTheNextCertificateOfTheSameName() {
            assertThat(renewed.push(renewed.request(Map.of())).status()).isEqualTo(201);
        }

        @Test
        void notWithoutOne() {
            requireRefused(bare);
        }

        @Test
        void notByThatOfAnotherService(KeycloakServer server) {
            ProfiledService other =
                    server.others().byTransport(keys.of("portal").client());

            requireRefused(other);
        }

        @Test
        void notByTheSameNameFromAnotherAuthority(KeycloakServer server) {
            ProfiledService other =
                    server.others().byTransport(keys.byAnotherAuthority(NAME).client());

            requireRefused(other);
        }

        @Test
        void notByASignedAssertion(KeycloakServer server) {
            ProfiledService asserting = server.others().profiled(NAME);

            requireRefused(asserting);
        }
    }

    /** Keycloak says {@code invalid_request} where RFC 9126 §2.3 would have {@code invalid_client}. */
    private static void requireRefused(ProfiledService service) {
        Reply pushed = service.push(service.request(Map.of()));
        assertThat(pushed.status()).as(pushed.text()).isEqualTo(401);
        assertThat(pushed.json().has("request_uri")).isFalse();
    }

    @Nested
    @DisplayName("RFC 8705 §3: tokens bound to the certificate")
    class BoundTokens {
        @Test
        void nameItAndOpenUserinfoWithIt() throws Exception {
            Reply tokens = tokens();
            String access = tokens.member("access_token");
            Map<String, String> headers = Map.of("Authorization", "Bearer " + access);

            assertThat(SignedJWT.parse(access).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                    .containsEntry("x5t#S256", own.thumbprint());
            assertThat(service.userinfo(headers).json().path("family_name").asText())
                    .isNotBlank();
            assertThat(bare.userinfo(headers).status()).as("no certificate").isEqualTo(401);
            assertThat(renewed.userinfo(headers).status())
                    .as("another certificate of the same name")
                    .isEqualTo(401);
        }

        @Test
        void aCodeIsWorthNothingWithoutIt() {
            String code = citizen.codeFor(service);

            assertThat(bare.redeem(code, Map.of()).json().has("access_token")).isFalse();
        }

        @Test
        void areRefreshedWithItAlone() {
            String refresh = tokens().member("refresh_token");

            assertThat(bare.refresh(refresh, Map.of()).json().has("access_token"))
                    .isFalse();
            assertThat(renewed.refresh(refresh, Map.of()).error()).isEqualTo("invalid_grant");
            assertThat(service.refresh(refresh, Map.of()).member("access_token"))
                    .isNotBlank();
        }

        private Reply tokens() {
            Reply tokens = service.redeem(citizen.codeFor(service), Map.of());
            assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
            return tokens;
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "clientAuthenticatorType, client-jwt, 400",
        "x509.subjectdn, '', 400",
        "x509.casubjectdn, '', 400",
        "x509.allow.regex.pattern.comparison, true, 400",
        "none, none, 201"
    })
    @DisplayName("a client is registered by the exact names of its certificate and of the authority")
    void exactNames(String member, String value, int status, KeycloakServer server) {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "tessere.profile", "fapi-2-mtls",
                "x509.subjectdn", "CN=registered,O=Tessere tests,C=FR",
                "x509.casubjectdn", "CN=Authority for services,O=Tessere tests,C=FR"));
        if (member.startsWith("x509.")) {
            attributes.put(member, value);
        }
        String authenticator = member.equals("clientAuthenticatorType") ? value : "client-x509";
        JsonNode client = registered(authenticator, attributes);

        assertThat(server.admin().post("tessere/clients", client.toString())).isEqualTo(status);
        if (status == 201) {
            JsonNode made = server.admin()
                    .get("tessere/clients?clientId=registered-by-certificate")
                    .get(0);
            assertThat(made.at("/attributes/tls.client.certificate.bound.access.tokens")
                            .asText())
                    .isEqualTo("true");
        }
    }

    private static JsonNode registered(String authenticator, Map<String, String> attributes) {
        return JsonMapper.builder()
                .build()
                .valueToTree(Map.of(
                        "clientId",
                        "registered-by-certificate",
                        "protocol",
                        "openid-connect",
                        "clientAuthenticatorType",
                        authenticator,
                        "redirectUris",
                        new String[] {"https://registered.example/back"},
                        "attributes",
                        attributes));
    }
}
