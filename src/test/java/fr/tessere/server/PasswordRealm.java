package fr.tessere.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A second realm as Keycloak makes it: stock browser flow, passwords hashed by its default (argon2id), tokens signed
 * with ES256 like ours. Only the benchmark signs in there.
 */
public final class PasswordRealm {
    /** Name of the realm. */
    public static final String NAME = "password";
    /** Client id of its one client: PKCE and private_key_jwt, as in our realm. */
    public static final String CLIENT = "password-service";
    /** Name of its one user. */
    public static final String USER = "alex";
    /** Password of its one user. */
    public static final String PASSWORD = "correct horse battery staple";

    private PasswordRealm() {}

    static void write(Path folder, URI redirect, String publicKeys) throws IOException {
        ObjectNode realm = JsonMapper.builder().build().createObjectNode();
        realm.put("realm", NAME).put("enabled", true).put("defaultSignatureAlgorithm", "ES256");
        realm.put("resetPasswordAllowed", false);
        ObjectNode client = realm.putArray("clients").addObject();
        client.put("clientId", CLIENT)
                .put("enabled", true)
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-jwt")
                .put("directAccessGrantsEnabled", false)
                .putArray("redirectUris")
                .add(redirect.toString());
        client.putObject("attributes")
                .put("use.jwks.string", "true")
                .put("jwks.string", publicKeys)
                .put("token.endpoint.auth.signing.alg", "ES256")
                .put("pkce.code.challenge.method", "S256");
        ObjectNode user = realm.putArray("users").addObject();
        user.put("username", USER)
                .put("enabled", true)
                .put("firstName", "Alex")
                .put("lastName", "Password")
                .put("email", "alex@example.org")
                .put("emailVerified", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(NAME + "-realm.json"), realm.toString());
    }
}
