package fr.tessere.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An administration that has a Keycloak of its own and lets people in through Tessère: a plain realm with one identity
 * provider, set up as Keycloak's own manual says, and one application behind it.
 */
final class BrokerRealm {
    /** Name of the realm, and of its application. */
    static final String NAME = "broker";
    /** Its name as a client of Tessère. */
    static final String CLIENT = "prefecture-broker";

    /** Claim of its application's tokens: the level that Tessère reached. */
    private static final String LEVEL = "level";

    private static final String PROFILE = "{\"attributes\":[{\"name\":\"username\"},{\"name\":\"email\"}]}";

    private BrokerRealm() {}

    /** Where Tessère sends browsers back to. */
    static URI redirect(URI server) {
        return URI.create(server + "/realms/" + NAME + "/broker/tessere/endpoint");
    }

    /** Where Tessère finds the keys with which the broker proves itself. */
    static URI keys(URI server) {
        return URI.create(server + "/realms/" + NAME + "/protocol/openid-connect/certs");
    }

    static void write(Path folder, URI server, URI application, String publicKeys) throws IOException {
        ObjectNode realm = JsonMapper.builder().build().createObjectNode();
        realm.put("realm", NAME).put("enabled", true).put("defaultSignatureAlgorithm", "ES256");
        realm.put("resetPasswordAllowed", false);
        firstLogin(realm);
        identityProvider(realm, server + "/realms/tessere");
        ObjectNode client = realm.putArray("clients").addObject();
        client.put("clientId", NAME)
                .put("enabled", true)
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-jwt")
                .putArray("redirectUris")
                .add(application.toString());
        client.putObject("attributes")
                .put("use.jwks.string", "true")
                .put("jwks.string", publicKeys)
                .put("token.endpoint.auth.signing.alg", "ES256")
                .put("post.logout.redirect.uris", application.resolve("/").toString());
        level(client);
        ObjectNode components = realm.putObject("components");
        keys(components.putArray("org.keycloak.keys.KeyProvider"));
        ObjectNode profile = components
                .putArray("org.keycloak.userprofile.UserProfileProvider")
                .addObject();
        profile.put("providerId", "declarative-user-profile")
                .putObject("config")
                .putArray("kc.user.profile.config")
                .add(PROFILE);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(NAME + "-realm.json"), realm.toString());
    }

    /** There from the start: a key made when it is first needed is published too late for whoever must believe it. */
    private static void keys(ArrayNode providers) {
        ObjectNode signing = providers.addObject();
        signing.put("name", "es256").put("providerId", "ecdsa-generated");
        ObjectNode settings = signing.putObject("config");
        settings.putArray("priority").add("100");
        settings.putArray("ecdsaEllipticCurveKey").add("P-256");
        providers
                .addObject()
                .put("name", "hs512")
                .put("providerId", "hmac-generated")
                .putObject("config")
                .putArray("algorithm")
                .add("HS512");
        providers.addObject().put("name", "aes").put("providerId", "aes-generated");
    }

    /** Whoever comes from Tessère has an account from then on, and is asked nothing. */
    private static void firstLogin(ObjectNode realm) {
        ObjectNode flow = realm.putArray("authenticationFlows").addObject();
        flow.put("alias", "from tessere")
                .put("providerId", "basic-flow")
                .put("topLevel", true)
                .put("builtIn", false);
        flow.putArray("authenticationExecutions")
                .addObject()
                .put("authenticator", "idp-create-user-if-unique")
                .put("requirement", "REQUIRED")
                .put("priority", 10);
    }

    private static void identityProvider(ObjectNode realm, String issuer) {
        ObjectNode provider = realm.putArray("identityProviders").addObject();
        provider.put("alias", "tessere")
                .put("providerId", "oidc")
                .put("enabled", true)
                .put("firstBrokerLoginFlowAlias", "from tessere");
        String endpoints = issuer + "/protocol/openid-connect/";
        provider.putObject("config")
                .put("issuer", issuer)
                .put("authorizationUrl", endpoints + "auth")
                .put("tokenUrl", endpoints + "token")
                .put("userInfoUrl", endpoints + "userinfo")
                .put("logoutUrl", endpoints + "logout")
                .put("jwksUrl", endpoints + "certs")
                .put("useJwksUrl", "true")
                .put("validateSignature", "true")
                .put("clientId", CLIENT)
                .put("clientAuthMethod", "private_key_jwt")
                .put("clientAssertionSigningAlg", "ES256")
                .put("clientAssertionAudience", issuer)
                .put("pkceEnabled", "true")
                .put("pkceMethod", "S256")
                .put("defaultScope", "openid identity")
                .put("forwardParameters", "acr_values")
                .put("syncMode", "FORCE");
        ObjectNode level = realm.putArray("identityProviderMappers").addObject();
        level.put("name", "level")
                .put("identityProviderAlias", "tessere")
                .put("identityProviderMapper", "oidc-user-session-note-idp-mapper")
                .putObject("config")
                .put("claims", "[{\"key\":\"acr\",\"value\":\"eidas[123]\"}]")
                .put("are.claim.values.regex", "true")
                .put("syncMode", "INHERIT");
    }

    /** The application reads in a claim of its own at which level Tessère let the person in. */
    private static void level(ObjectNode client) {
        ObjectNode mapper = client.putArray("protocolMappers").addObject();
        mapper.put("name", "level")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-usersessionmodel-note-mapper")
                .putObject("config")
                .put("user.session.note", "acr")
                .put("claim.name", LEVEL)
                .put("jsonType.label", "String")
                .put("id.token.claim", "true");
    }
}
