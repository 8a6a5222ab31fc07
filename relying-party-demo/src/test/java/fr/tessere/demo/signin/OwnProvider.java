package fr.tessere.demo.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** An identity provider of two addresses, so that a sign-in can be answered with any token, also a bad one. */
final class OwnProvider implements AutoCloseable {
    private final ECKey ecKey;
    private final RSAKey rsaKey;
    private final HttpServer server;
    private JWSAlgorithm algorithm = JWSAlgorithm.ES256;
    private UnaryOperator<JWTClaimsSet.Builder> changes = UnaryOperator.identity();
    private String nonce = "";
    private RegisterAnswer register = new RegisterAnswer(401, "Bearer", "");
    private @Nullable MultiValueMap<String, String> tokenRequest;

    OwnProvider() {
        try {
            ecKey = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            rsaKey = new RSAKeyGenerator(2048).keyID("rsa").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/realms/tessere/protocol/openid-connect/certs", exchange -> answer(exchange, keys()));
        server.createContext("/realms/tessere/protocol/openid-connect/token", this::token);
        server.createContext(
                "/realms/tessere/protocol/openid-connect/userinfo",
                exchange -> answer(exchange, "{\"sub\":\"somebody\",\"given_name\":\"MAELLE\"}"));
        server.createContext("/api/register", this::register);
        server.start();
    }

    private record RegisterAnswer(int status, String challenge, String body) {}

    /** The address of the register. */
    String registerAddress() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/register";
    }

    /** The register answers like this from now on. */
    void registerAnswers(int status, String challenge, String body) {
        register = new RegisterAnswer(status, challenge, body);
    }

    private void register(HttpExchange exchange) throws IOException {
        if (!register.challenge().isEmpty()) {
            exchange.getResponseHeaders().add("WWW-Authenticate", register.challenge());
        }
        byte[] body = register.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(register.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/tessere";
    }

    /** The next ID token is signed like this, with these changes. */
    void answersWith(String expectedNonce, JWSAlgorithm with, UnaryOperator<JWTClaimsSet.Builder> changed) {
        nonce = expectedNonce;
        algorithm = with;
        changes = changed;
    }

    /** What the service sent to the token endpoint last. */
    MultiValueMap<String, String> tokenRequest() {
        if (tokenRequest == null) {
            throw new AssertionError("the token endpoint was not called");
        }
        return tokenRequest;
    }

    private String keys() {
        return new JWKSet(java.util.List.of(ecKey, rsaKey)).toString(true);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        tokenRequest = UriComponentsBuilder.fromUri(URI.create("http://form/?" + body))
                .build()
                .getQueryParams();
        answer(exchange, """
                {"access_token":"opaque","token_type":"Bearer","expires_in":60,"id_token":"%s"}""".formatted(idToken()));
    }

    private String idToken() {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("somebody")
                .audience("demo-service")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("acr", "eidas1")
                .claim("family_name", "MARTIN")
                .claim("tessere_evidence", Map.of("proof", "chip-authentication", "specimen", true));
        return signed(algorithm, changes.apply(claims).build());
    }

    /** An access token for the register, of a sign-in a moment ago, signed like this and with these changes. */
    String accessToken(JWSAlgorithm with, UnaryOperator<JWTClaimsSet.Builder> changed) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("somebody")
                .audience(registerAddress())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("auth_time", now.getEpochSecond())
                .claim("acr", "eidas2");
        return signed(with, changed.apply(claims).build());
    }

    private String signed(JWSAlgorithm with, JWTClaimsSet claims) {
        boolean rsa = JWSAlgorithm.Family.RSA.contains(with);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(with).keyID(rsa ? "rsa" : "ec").build(), claims);
        try {
            JWSSigner signer = rsa ? new RSASSASigner(rsaKey) : new ECDSASigner(ecKey);
            jwt.sign(signer);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return jwt.serialize();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
