package fr.tessere.sandbox.realm;

import fr.tessere.sandbox.client.OwnAccess;
import fr.tessere.sandbox.trial.Playground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the realm file of a sandbox from the delivered one. */
public final class SandboxRealm {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN_ID = "\"[0-9a-f]{8}((?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"";
    private static final String URL = "${TESSERE_SANDBOX_URL}";

    private SandboxRealm() {}

    /** {@code DELIVERED WRITTEN}: reads the one file, writes the other. */
    public static void main(String[] files) throws IOException {
        if (files.length != 2) {
            throw new IllegalArgumentException("two files are expected: the delivered realm, the sandbox's realm");
        }
        Files.writeString(Path.of(files[1]), of(Files.readString(Path.of(files[0]))));
    }

    /** The sandbox's realm, JSON. */
    public static String of(String delivered) {
        // what the delivered realm names by an id of its own needs another one in a second realm
        String own = delivered.replaceAll(OWN_ID, "\"5a4db0c5$1\"").replace("/realms/tessere/", "/realms/sandbox/");
        ObjectNode realm = (ObjectNode) JSON.readTree(own);
        realm.put("realm", "sandbox").put("displayName", "Tessère – bac à sable, sandbox");
        ((ObjectNode) realm.path("attributes")).put("tessere.specimen-accepted", "true");
        ArrayNode clients = (ArrayNode) realm.path("clients");
        JsonNode demo = clients.get(0);
        clients.remove(0);
        clients.add(playground((ObjectNode) demo));
        clients.add(registrar());
        ObjectNode account = realm.withArray("users").addObject();
        account.put("username", "service-account-" + OwnAccess.CLIENT)
                .put("enabled", true)
                .put("serviceAccountClientId", OwnAccess.CLIENT);
        account.putObject("clientRoles")
                .putArray("realm-management")
                .add("manage-clients")
                .add("manage-users");
        return realm.toPrettyString();
    }

    /** Like the demonstration, at the sandbox's own address. */
    private static ObjectNode playground(ObjectNode demo) {
        ObjectNode client = demo.deepCopy();
        client.put("clientId", Playground.CLIENT).put("name", "Bac à sable, sandbox");
        client.put("rootUrl", URL).put("baseUrl", URL + "/");
        client.putArray("redirectUris").add(URL + "/try/back");
        ((ObjectNode) client.path("attributes"))
                .put("jwks.url", URL + "/jwks")
                .put("post.logout.redirect.uris", URL + "/");
        return client;
    }

    /** Acts for nobody; may make clients of this realm and name agents among its accounts, which are nobody's. */
    private static ObjectNode registrar() {
        ObjectNode client = JSON.createObjectNode();
        client.put("clientId", OwnAccess.CLIENT)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-jwt")
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true);
        client.putObject("attributes")
                .put("tessere.profile", "own-pages")
                .put("use.jwks.url", "true")
                .put("jwks.url", URL + "/jwks")
                .put("token.endpoint.auth.signing.alg", "ES256");
        // the administration looks the account up by its subject, so that one is no pairwise subject here
        client.putArray("defaultClientScopes");
        client.putArray("optionalClientScopes");
        ArrayNode mappers = client.putArray("protocolMappers");
        mapper(mappers, "subject", "oidc-sub-mapper").put("introspection.token.claim", "true");
        mapper(mappers, "roles", "oidc-usermodel-client-role-mapper")
                .put("claim.name", "resource_access.${client_id}.roles")
                .put("multivalued", "true");
        return client;
    }

    private static ObjectNode mapper(ArrayNode mappers, String name, String provider) {
        ObjectNode mapper = mappers.addObject();
        mapper.put("name", name).put("protocol", "openid-connect").put("protocolMapper", provider);
        return mapper.putObject("config").put("access.token.claim", "true");
    }
}
