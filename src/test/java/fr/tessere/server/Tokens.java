package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * What a service got for a code.
 *
 * @param idToken signed JWT
 * @param accessToken signed JWT
 */
public record Tokens(String idToken, String accessToken) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The claims of the ID token. */
    public JsonNode claims() {
        return part(idToken, 1);
    }

    /** The header of the ID token. */
    public JsonNode header() {
        return part(idToken, 0);
    }

    private static JsonNode part(String token, int index) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Tokens[hidden]";
    }
}
