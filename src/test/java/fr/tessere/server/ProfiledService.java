package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A service that speaks a stricter profile, message by message so that a test can spoil any of them: pushed requests
 * (RFC 9126), proofs of possession (RFC 9449), encrypted answers.
 */
public final class ProfiledService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** PKCE verifier of all its requests; a test service has nothing to hide (RFC 7636 §4.1). */
    public static final String VERIFIER = "a-verifier-of-the-tests-that-is-long-enough-for-rfc-7636";

    private final URI issuer;
    private final String clientId;
    private final URI redirect;
    private final ClientKeys keys;
    private final Door door;

    ProfiledService(URI issuer, String clientId, URI redirect, ClientKeys keys) {
        this(issuer, clientId, redirect, keys, new Door(issuer, HTTP, true));
    }

    private ProfiledService(URI issuer, String clientId, URI redirect, ClientKeys keys, Door door) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.redirect = redirect;
        this.keys = keys;
        this.door = door;
    }

    /**
     * How the service itself, without a browser, speaks to the provider.
     *
     * @param issuer the realm, by this way
     * @param client the connection
     * @param asserts true if it proves itself by signed assertions, false if the connection does (RFC 8705)
     */
    private record Door(URI issuer, HttpClient client, boolean asserts) {}

    /** The same service, speaking to the provider by this way, which proves who it is. */
    public ProfiledService by(URI realm, HttpClient client) {
        return new ProfiledService(issuer, clientId, redirect, keys, new Door(realm, client, false));
    }

    /**
     * An answer of the provider.
     *
     * @param status HTTP status
     * @param type media type
     * @param text body
     */
    public record Reply(int status, String type, String text) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }

        /** The OAuth error, empty if there is none. */
        public String error() {
            return json().path("error").asText("");
        }

        /** One member of the body. */
        public String member(String name) {
            if (!json().has(name)) {
                throw new AssertionError("no " + name + ", status " + status + ": " + error());
            }
            return json().path(name).asText();
        }
    }

    /** Its name at the provider. */
    public String clientId() {
        return clientId;
    }

    /** Where browsers are sent back to. */
    public URI redirect() {
        return redirect;
    }

    /** What it asks for, complete and correct; with these parameters besides or instead. */
    public Map<String, String> request(Map<String, String> other) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", clientId);
        all.put("redirect_uri", redirect.toString());
        all.put("scope", "openid identity evidence");
        all.put("acr_values", "eidas1");
        all.put("state", UUID.randomUUID().toString());
        all.put("nonce", UUID.randomUUID().toString());
        all.put("code_challenge", WebForm.s256(VERIFIER));
        all.put("code_challenge_method", "S256");
        all.putAll(other);
        return all;
    }

    /** Pushes a request. */
    public Reply push(Map<String, String> request) {
        return push(request, "");
    }

    /** Pushes a request with this text behind its form, as it is. */
    public Reply push(Map<String, String> request, String more) {
        Map<String, String> form = new HashMap<>(request);
        form.putAll(authentication());
        return post("ext/par/request", WebForm.of(form) + more, Map.of());
    }

    /** The address for the browser after a request was pushed. */
    public URI address(String requestUri) {
        return address(Map.of("client_id", clientId, "request_uri", requestUri));
    }

    /** The address for the browser with these parameters. */
    public URI address(Map<String, String> parameters) {
        return URI.create(endpoint("auth") + "?" + WebForm.of(parameters));
    }

    /** Asks for tokens for a code. */
    public Reply redeem(String code, Map<String, String> headers) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect.toString(),
                "code_verifier",
                VERIFIER));
        form.putAll(authentication());
        return post("token", form, headers);
    }

    /** Asks for new tokens. */
    public Reply refresh(String refreshToken, Map<String, String> headers) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
        form.putAll(authentication());
        return post("token", form, headers);
    }

    /** Fetches the person. */
    public Reply userinfo(Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(called("userinfo"));
        headers.forEach(request::header);
        return send(request.GET().build());
    }

    /** Opens an endpoint with nothing but its address. */
    public Reply get(String endpoint) {
        return send(HttpRequest.newBuilder(called(endpoint)).GET().build());
    }

    /** Sends any form to an endpoint. */
    public Reply post(String endpoint, Map<String, String> form, Map<String, String> headers) {
        return post(endpoint, WebForm.of(form), headers);
    }

    private Reply post(String endpoint, String form, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(called(endpoint)).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(form)).build());
    }

    /** The form fields by which it proves who it is, or says who it is if the connection proves it. */
    private Map<String, String> authentication() {
        return door.asserts() ? authentication(issuer.toString()) : Map.of("client_id", clientId);
    }

    /** The form fields by which it proves who it is, for this audience (RFC 7523 §3). */
    public Map<String, String> authentication(String audience) {
        return authentication(audience, Instant.now());
    }

    /** The same, by a clock that shows this time. */
    public Map<String, String> authentication(String audience, Instant at) {
        Date now = Date.from(at);
        String assertion = keys.sign(
                "JWT",
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .subject(clientId)
                        .audience(audience)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(now)
                        .notBeforeTime(now)
                        .expirationTime(new Date(now.getTime() + 60_000))
                        .build());
        return Map.of(
                "client_id",
                clientId,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion);
    }

    /** A proof that this key is at hand, for one call (RFC 9449 §4.2). */
    public String proof(ECKey key, String method, String endpoint, String accessToken) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", endpoint(endpoint))
                .issueTime(Date.from(Instant.now()));
        if (!accessToken.isEmpty()) {
            claims.claim("ath", WebForm.s256(accessToken));
        }
        return ClientKeys.prove(key, claims.build());
    }

    /** An address of the provider, below its OpenID Connect part. */
    public String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    private URI called(String name) {
        return URI.create(door.issuer() + "/protocol/openid-connect/" + name);
    }

    /** Its keys. */
    public ClientKeys keys() {
        return keys;
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> answer = door.client().send(request, BodyHandlers.ofString());
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
