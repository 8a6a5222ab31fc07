package fr.tessere.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Realms as Keycloak makes them, tokens signed with ES256 like ours: one with the stock browser flow, passwords hashed by
 * its default (argon2id), and one that asks for a name alone, which shows what a sign-in costs without the hash. Only the
 * benchmark signs in there.
 */
enum StockRealm {
    /** Name and password. */
    PASSWORD("password"),
    /** A name alone proves nothing; no product has such a realm. */
    NAME_ALONE("name-alone");

    /** Name of its one user. */
    static final String USER = "alex";
    /** Password of its one user. */
    static final String SECRET = "correct horse battery staple";

    private final String realm;

    StockRealm(String realm) {
        this.realm = realm;
    }

    /** Name of the realm. */
    String realm() {
        return realm;
    }

    /** Client id of its one client: PKCE and private_key_jwt, as in our realm. */
    String client() {
        return realm + "-service";
    }

    void write(Path folder, URI redirect, String publicKeys) throws IOException {
        ObjectNode realm = JsonMapper.builder().build().createObjectNode();
        realm.put("realm", this.realm).put("enabled", true).put("defaultSignatureAlgorithm", "ES256");
        realm.put("resetPasswordAllowed", false);
        if (this == NAME_ALONE) {
            askForNameAlone(realm);
        }
        ObjectNode client = realm.putArray("clients").addObject();
        client.put("clientId", client())
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
        user.putArray("credentials").addObject().put("type", "password").put("value", SECRET);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(this.realm + "-realm.json"), realm.toString());
    }

    private static void askForNameAlone(ObjectNode realm) {
        realm.put("browserFlow", "name alone");
        ObjectNode flow = realm.putArray("authenticationFlows").addObject();
        flow.put("alias", "name alone")
                .put("providerId", "basic-flow")
                .put("topLevel", true)
                .put("builtIn", false);
        flow.putArray("authenticationExecutions")
                .addObject()
                .put("authenticator", "auth-username-form")
                .put("requirement", "REQUIRED")
                .put("priority", 10);
    }
}
