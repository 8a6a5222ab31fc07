package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.claims.assurance.VerifiedClaimsSchema;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A public service of the tests: authorization code flow with PKCE, state, nonce and private_key_jwt. */
public final class RelyingService {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI issuer;
    private final String clientId;
    private final URI redirect;
    private final ServiceKey key;

    RelyingService(URI issuer, String clientId, URI redirect, ServiceKey key) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.redirect = redirect;
        this.key = key;
    }

    /** Its name at the provider. */
    public String clientId() {
        return clientId;
    }

    /** Where the provider sends browsers back to; nothing listens there. */
    public URI redirect() {
        return redirect;
    }

    /** Begins one sign-in at this level, with the scopes that the demo asks for too. */
    public Attempt begin(String level) {
        return begin(Map.of("acr_values", level, "scope", "openid identity age document evidence"));
    }

    /** Begins one sign-in with these parameters besides the usual ones. */
    public Attempt begin(Map<String, String> parameters) {
        return new Attempt(parameters);
    }

    /** One sign-in, as the service remembers it. */
    public final class Attempt {
        private final String state = token();
        private final String nonce = token();
        private final String verifier = token();
        private final Map<String, String> parameters;

        private Attempt(Map<String, String> parameters) {
            this.parameters = parameters;
        }

        /** The address to open in the browser. */
        public URI address() {
            return URI.create(endpoint("auth") + "?" + WebForm.of(fields()));
        }

        /** The same as fields of a form: a request may come by POST as well (OpenID Connect Core §3.1.2.1). */
        public Map<String, String> fields() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("scope", "openid");
            all.put("response_type", "code");
            all.put("client_id", clientId);
            all.put("redirect_uri", redirect.toString());
            all.put("state", state);
            all.put("nonce", nonce);
            all.put("code_challenge", WebForm.s256(verifier));
            all.put("code_challenge_method", "S256");
            all.putAll(parameters);
            return all;
        }

        /** Takes the code from the page that sends the browser back, and gets the tokens for it. */
        public Tokens tokens(Page back) {
            Map<String, String> answer = back.redirectParameters();
            if (answer.isEmpty()) {
                throw new AssertionError("not sent back, page " + back.status() + " "
                        + back.address().getPath() + " " + back.find("id=\"refusal\">([^<]+)<"));
            }
            return tokens(answer);
        }

        /** Takes the code from the address that the browser was sent back to, and gets the tokens for it. */
        public Tokens tokens(URI back) {
            return tokens(Page.parameters(back));
        }

        private Tokens tokens(Map<String, String> answer) {
            if (!state.equals(answer.get("state")) || !answer.containsKey("code")) {
                throw new AssertionError("no code came back: " + answer.keySet() + " " + answer.get("error"));
            }
            Map<String, String> request = new LinkedHashMap<>();
            request.put("grant_type", "authorization_code");
            request.put("code", answer.get("code"));
            request.put("redirect_uri", redirect.toString());
            request.put("code_verifier", verifier);
            request.putAll(clientAuthentication());
            Page page = new PlainBrowser("en").submit(URI.create(endpoint("token")), request);
            JsonNode tokens = json(page);
            if (page.status() != 200) {
                throw new AssertionError("no tokens: " + tokens);
            }
            Tokens all = new Tokens(
                    tokens.path("id_token").asText(),
                    tokens.path("access_token").asText());
            if (!nonce.equals(valid(all.claims()).path("nonce").asText())) {
                throw new AssertionError("the nonce of another sign-in");
            }
            return all;
        }
    }

    /** What userinfo answers for these tokens (OpenID Connect Core §5.3). */
    public JsonNode userinfo(Tokens tokens) {
        return valid(json(new PlainBrowser("en")
                .submit(URI.create(endpoint("userinfo")), Map.of("access_token", tokens.accessToken()))));
    }

    /** What the provider says of itself (OpenID Connect Discovery §4). */
    public JsonNode metadata() {
        return metadata(issuer);
    }

    /** What any realm says of itself. */
    public static JsonNode metadata(URI issuer) {
        try {
            return JSON.readTree(
                    URI.create(issuer + "/.well-known/openid-configuration").toURL());
        } catch (java.io.IOException e) {
            throw new AssertionError("no metadata of " + issuer, e);
        }
    }

    /** No answer of any test carries verified claims that the schema refuses. */
    private static JsonNode valid(JsonNode claims) {
        if (claims.has("verified_claims")) {
            List<String> faults = VerifiedClaimsSchema.faults(claims.path("verified_claims"));
            if (!faults.isEmpty()) {
                throw new AssertionError("verified_claims: " + faults);
            }
        }
        return claims;
    }

    /** The address that signs the person out at the provider too (OpenID Connect RP-Initiated Logout 1.0). */
    public URI signOut(Tokens tokens) {
        return URI.create(endpoint("logout") + "?"
                + WebForm.of(Map.of(
                        "id_token_hint",
                        tokens.idToken(),
                        "post_logout_redirect_uri",
                        redirect.resolve("/").toString())));
    }

    /** An address of the provider, below its OpenID Connect part. */
    public String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** The form fields by which the service proves who it is (RFC 7523). */
    public Map<String, String> clientAuthentication() {
        return Map.of(
                "client_id",
                clientId,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion());
    }

    private String assertion() {
        ObjectNode claims = JSON.createObjectNode();
        long now = Instant.now().getEpochSecond();
        claims.put("iss", clientId)
                .put("sub", clientId)
                .put("aud", issuer.toString())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + 60);
        return key.sign(claims);
    }

    private static JsonNode json(Page page) {
        try {
            return JSON.readTree(page.body());
        } catch (java.io.IOException e) {
            throw new AssertionError("no JSON, status " + page.status(), e);
        }
    }

    private static String token() {
        return RandomText.forAddress(32);
    }
}
