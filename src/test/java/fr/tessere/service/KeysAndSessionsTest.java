package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.RelyingService;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Keys change without an interruption; a sign-out reaches every service")
class KeysAndSessionsTest {
    @Test
    void aNewKeySignsAndTheOldOneIsStillBelieved(KeycloakServer server) throws Exception {
        ProfiledService portal = server.others().profiled("portal");
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        Citizen citizen = new Citizen();
        Reply before = tokens(portal, citizen, key);
        String realm = server.admin().get("tessere").path("id").asText();

        assertThat(server.admin().post("tessere/components", """
                {"name":"es256-next","providerId":"ecdsa-generated","providerType":"org.keycloak.keys.KeyProvider",
                 "parentId":"%s","config":{"priority":["%d"],"ecdsaEllipticCurveKey":["P-256"]}}
                """.formatted(realm, 200)))
                .isEqualTo(201);
        Reply after = tokens(portal, citizen, key);
        JWKSet published = JWKSet.load(URI.create(portal.endpoint("certs")).toURL());
        SignedJWT old = SignedJWT.parse(before.member("id_token"));
        SignedJWT fresh = SignedJWT.parse(after.member("id_token"));

        assertThat(fresh.getHeader().getKeyID()).isNotEqualTo(old.getHeader().getKeyID());
        assertThat(verifies(old, published)).isTrue();
        assertThat(verifies(fresh, published)).isTrue();
        String access = before.member("access_token");
        assertThat(portal.userinfo(Map.of(
                                "Authorization",
                                "DPoP " + access,
                                "DPoP",
                                portal.proof(key, "GET", "userinfo", access)))
                        .status())
                .isEqualTo(200);
        assertThat(portal.refresh(
                                before.member("refresh_token"), Map.of("DPoP", portal.proof(key, "POST", "token", "")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("OpenID Connect Back-Channel Logout 1.0 §2.4: a logout token to each service of the session")
    void aSignOutIsToldToTheServices(KeycloakServer server) throws Exception {
        ProfiledService portal = server.others().profiled("portal");
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        Citizen citizen = new Citizen();
        Reply tokens = tokens(portal, citizen, key);
        SignedJWT idToken = SignedJWT.parse(tokens.member("id_token"));
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        HttpServer ear = listen(server.others().signedOutAddress().getPort(), told);
        try {
            Page out = citizen.browser()
                    .open(URI.create(portal.endpoint("logout") + "?id_token_hint=" + tokens.member("id_token")
                            + "&post_logout_redirect_uri="
                            + URLEncoder.encode("https://portal.example/", StandardCharsets.UTF_8)));
            String form = told.poll(20, TimeUnit.SECONDS);

            assertThat(out.redirect()).contains(URI.create("https://portal.example/"));
            assertThat(form).isNotNull().startsWith("logout_token=");
            isOf(portal, idToken, SignedJWT.parse(form.substring("logout_token=".length())));
            assertThat(portal.refresh(
                                    tokens.member("refresh_token"),
                                    Map.of("DPoP", portal.proof(key, "POST", "token", "")))
                            .error())
                    .isEqualTo("invalid_grant");
        } finally {
            ear.stop(0);
        }
    }

    @Test
    @DisplayName("OpenID Connect Front-Channel Logout 1.0 §2: the provider's own page shows the frame of each service")
    void aSignOutAtTheProvidersPageReachesTheServicesToo(KeycloakServer server) {
        Citizen citizen = new Citizen();
        RelyingService.Attempt attempt = server.service("library").begin(Map.of("acr_values", "eidas1"));
        attempt.tokens(citizen.goTo(attempt.address()));

        Page asked = citizen.browser().open(URI.create(server.service("library").endpoint("logout")));
        String code = asked.find("name=\"session_code\" value=\"([^\"]+)\"").orElseThrow();
        Page out = FirstUse.submit(citizen.browser(), asked, Map.of("session_code", code, "confirmLogout", ""));

        assertThat(out.status()).as(out.body()).isEqualTo(200);
        assertThat(out.attributes("iframe", "src"))
                .hasSize(1)
                .first()
                .asString()
                .contains("/library/out?");
        RelyingService.Attempt silent = server.service("library").begin(Map.of("prompt", "none"));
        assertThat(citizen.browser().open(silent.address()).redirectParameters())
                .containsEntry("error", "login_required");
    }

    /** A logout token of this provider for this service and session (Back-Channel Logout 1.0 §2.4). */
    private static void isOf(ProfiledService portal, SignedJWT idToken, SignedJWT logout) throws Exception {
        assertThat(verifies(
                        logout, JWKSet.load(URI.create(portal.endpoint("certs")).toURL())))
                .isTrue();
        assertThat(logout.getJWTClaimsSet().getAudience()).containsExactly("portal");
        assertThat(logout.getJWTClaimsSet().getStringClaim("sid"))
                .isEqualTo(idToken.getJWTClaimsSet().getStringClaim("sid"));
        assertThat(logout.getJWTClaimsSet().getJSONObjectClaim("events"))
                .containsKey("http://schemas.openid.net/event/backchannel-logout");
        assertThat(logout.getJWTClaimsSet().getClaims()).doesNotContainKey("nonce");
    }

    private static HttpServer listen(int port, BlockingQueue<String> told) throws IOException {
        HttpServer ear = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        ear.createContext("/signed-out", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        ear.start();
        return ear;
    }

    private static Reply tokens(ProfiledService service, Citizen citizen, ECKey key) {
        Reply tokens =
                service.redeem(citizen.codeFor(service), Map.of("DPoP", service.proof(key, "POST", "token", "")));
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        return tokens;
    }

    private static boolean verifies(SignedJWT token, JWKSet published) throws Exception {
        ECKey key = published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        return token.verify(new ECDSAVerifier(key));
    }
}
