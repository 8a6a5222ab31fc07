package fr.tessere.sandbox.trial;

import com.nimbusds.jwt.JWTParser;
import fr.tessere.sandbox.client.OwnKey;
import fr.tessere.sandbox.client.Wire;
import fr.tessere.sandbox.settings.SandboxSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own client: begins a sign-in with the parameters that somebody chose, and keeps what is said. */
@Component
public final class Playground {
    /** Its name at the provider. */
    public static final String CLIENT = "sandbox-playground";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SandboxSettings settings;
    private final OwnKey key;
    private final Wire wire;
    private final SecureRandom random;

    /** One playground for the whole program. */
    public Playground(SandboxSettings settings, OwnKey key, Wire wire, SecureRandom random) {
        this.settings = settings;
        this.key = key;
        this.wire = wire;
        this.random = random;
    }

    /** A new trial. */
    public Trial begin() {
        return new Trial(token(), token(), token());
    }

    /** Where the browser goes with these parameters besides the usual ones. */
    public URI address(Trial trial, Map<String, String> chosen) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", CLIENT);
        request.put("redirect_uri", back());
        request.put("state", trial.state());
        request.put("nonce", trial.nonce());
        request.put("code_challenge", challenge(trial.verifier()));
        request.put("code_challenge_method", "S256");
        chosen.forEach((name, value) -> {
            if (!value.isBlank()) {
                request.put(name, value.strip());
            }
        });
        trial.saw(Exchange.note("authorization", "GET …/auth\n" + lines(request)));
        return URI.create(settings.endpoint("auth") + "?" + Wire.encode(request));
    }

    /** Takes up what the provider sent back with the browser; fetches tokens and the person if there is a code. */
    public void back(Trial trial, Map<String, String> answer) {
        trial.saw(Exchange.note("callback", "GET …/try/back\n" + lines(new TreeMap<>(answer))));
        String code = answer.getOrDefault("code", "");
        if (code.isEmpty() || !trial.state().equals(answer.get("state"))) {
            return;
        }
        Map<String, String> request = new LinkedHashMap<>();
        request.put("grant_type", "authorization_code");
        request.put("code", code);
        request.put("redirect_uri", back());
        request.put("code_verifier", trial.verifier());
        request.putAll(key.authentication(CLIENT));
        Wire.Answer tokens = wire.form(settings.endpoint("token"), request);
        trial.saw(new Exchange("token", "POST …/token\n" + lines(request), tokens.pretty()));
        String idToken = tokens.json().path("id_token").asString("");
        String access = tokens.json().path("access_token").asString("");
        if (!idToken.isEmpty()) {
            trial.saw(Exchange.note("idtoken", claims(idToken)));
            trial.saw(new Exchange(
                    "userinfo",
                    "GET …/userinfo\nAuthorization: Bearer …",
                    wire.get(settings.endpoint("userinfo"), access).pretty()));
        }
    }

    private String back() {
        return settings.baseUrl() + "/try/back";
    }

    private static String claims(String token) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(JWTParser.parse(token).getJWTClaimsSet().toJSONObject());
        } catch (ParseException strange) {
            return token;
        }
    }

    private static String lines(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
