package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
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

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("FAPI 2.0 Security Profile §5.4: algorithms and keys")
class FapiCryptographyTest {
    @SuppressWarnings("NullAway.Init")
    private ProfiledService service;

    @SuppressWarnings("NullAway.Init")
    private String issuer;

    @BeforeAll
    void portal(KeycloakServer server) {
        service = server.others().profiled("portal");
        issuer = server.issuer().toString();
    }

    @ParameterizedTest(name = "an assertion with {0}")
    @ValueSource(strings = {"none", "HS256", "RS256"})
    @DisplayName("§5.4.1 no assertion without a signature, under a shared key or with another algorithm")
    void assertions(String algorithm) throws JOSEException {
        Map<String, String> form = new HashMap<>(service.request(Map.of()));
        form.putAll(service.authentication(issuer));
        form.put("client_assertion", signed(algorithm));
        Reply pushed = service.post("ext/par/request", form, Map.of());

        assertThat(pushed.status()).as(pushed.text()).isBetween(400, 401);
        assertThat(pushed.json().has("request_uri")).isFalse();
    }

    @Test
    @DisplayName("§5.4.1 a proof of possession without a signature proves nothing")
    void proofs() {
        Map<String, String> form = new HashMap<>(service.request(Map.of()));
        form.putAll(service.authentication(issuer));
        String bare = new PlainJWT(claims().build()).serialize();

        assertThat(service.post("ext/par/request", form, Map.of("DPoP", bare)).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("§5.4.2 the key set: keys of 224 bits or more, each with a name of its own, none by reference")
    void keySet() throws Exception {
        String published = service.get("certs").text();
        List<JWK> keys = JWKSet.parse(published).getKeys();

        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.size()).isGreaterThanOrEqualTo(224);
            assertThat(key.getAlgorithm().getName()).isEqualTo("ES256");
        });
        assertThat(keys).extracting(JWK::getKeyID).doesNotHaveDuplicates();
        assertThat(published).doesNotContain("x5u", "jku");
    }

    private String signed(String algorithm) throws JOSEException {
        JWTClaimsSet claims = claims().build();
        if (algorithm.equals("none")) {
            return new PlainJWT(claims).serialize();
        }
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.parse(algorithm)), claims);
        jwt.sign(
                algorithm.equals("HS256")
                        // what everybody can read taken for a secret
                        ? new MACSigner(service.keys().publicKeys().getBytes(StandardCharsets.UTF_8))
                        : new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        return jwt.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(service.clientId())
                .subject(service.clientId())
                .audience(issuer)
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim("htu", service.endpoint("ext/par/request"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }
}
