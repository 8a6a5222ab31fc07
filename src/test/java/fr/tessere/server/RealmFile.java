package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * The product's realm as it is delivered, with one thing more: services of the tests, each a copy of the demo service
 * with another name, return address and key.
 */
final class RealmFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MODEL = "demo-service";

    private final ObjectNode realm;

    private RealmFile(ObjectNode realm) {
        this.realm = realm;
    }

    static RealmFile delivered() throws IOException {
        Path file = Folders.root().resolve("src/main/realm/tessere-realm.json");
        return new RealmFile((ObjectNode) JSON.readTree(Files.readString(file)));
    }

    RealmFile with(String clientId, String name, URI redirect, String publicKeys) {
        return with(clientId, name, redirect, publicKeys, client -> {});
    }

    /** A service of this body, which has others on other hosts. */
    RealmFile withSector(String clientId, String name, URI redirect, String publicKeys, String sector) {
        return with(
                clientId,
                name,
                redirect,
                publicKeys,
                client -> ((ObjectNode) client.get("attributes")).put("tessere.sector", sector));
    }

    /** A service that asks Keycloak for the person's consent, and is signed out in a frame of the browser. */
    RealmFile withConsent(String clientId, String name, URI redirect, String publicKeys) {
        return with(clientId, name, redirect, publicKeys, client -> {
            client.put("consentRequired", true).put("frontchannelLogout", true);
            ((ObjectNode) client.get("attributes"))
                    .put("frontchannel.logout.url", redirect.resolve("out").toString());
        });
    }

    /** A service that names no profile and so has the strictest, told at this address when a session ends. */
    RealmFile withStrictest(String clientId, String name, URI redirect, String publicKeys, URI signedOut) {
        return with(clientId, name, redirect, publicKeys, client -> {
            ObjectNode attributes = (ObjectNode) client.get("attributes");
            attributes.remove("tessere.profile");
            attributes
                    .put("dpop.bound.access.tokens", "true")
                    .put("use.refresh.tokens", "true")
                    .put("backchannel.logout.url", signedOut.toString())
                    .put("backchannel.logout.session.required", "true");
        });
    }

    /** A service that proves itself by a certificate with its name, issued by this authority (RFC 8705 §2.1). */
    RealmFile withCertificate(String clientId, String name, URI redirect, String authority) {
        return with(clientId, name, redirect, "", client -> {
            client.put("clientAuthenticatorType", "client-x509");
            ObjectNode attributes = (ObjectNode) client.get("attributes");
            attributes.remove(List.of("use.jwks.string", "jwks.string", "token.endpoint.auth.signing.alg"));
            attributes
                    .put("tessere.profile", "fapi-2-mtls")
                    .put("x509.subjectdn", TransportKeys.subject(clientId))
                    .put("x509.casubjectdn", authority)
                    .put("x509.allow.regex.pattern.comparison", "false")
                    .put("tls.client.certificate.bound.access.tokens", "true")
                    .put("use.refresh.tokens", "true");
        });
    }

    /** A service whose keys Tessère fetches from this address. */
    RealmFile withKeysAt(String clientId, String name, URI redirect, URI keys) {
        return with(clientId, name, redirect, "", client -> {
            ObjectNode attributes = (ObjectNode) client.get("attributes");
            attributes.put("use.jwks.string", "false").remove("jwks.string");
            attributes.put("use.jwks.url", "true").put("jwks.url", keys.toString());
            attributes.put("post.logout.redirect.uris", redirect + "/logout_response");
        });
    }

    /** A federation hub to which answers are encrypted with this key management algorithm. */
    RealmFile withHub(String clientId, URI redirect, String publicKeys, String algorithm) {
        return with(
                clientId,
                "Fédération",
                redirect,
                publicKeys,
                client -> ((ObjectNode) client.get("attributes"))
                        .put("tessere.profile", "federation-hub")
                        .put("id.token.encrypted.response.alg", algorithm)
                        .put("id.token.encrypted.response.enc", "A256GCM")
                        .put("user.info.response.signature.alg", "ES256")
                        .put("user.info.encrypted.response.alg", algorithm)
                        .put("user.info.encrypted.response.enc", "A256GCM"));
    }

    /** The same, whose keys Tessère fetches from this address. */
    RealmFile withHub(String clientId, URI redirect, URI keys, String algorithm) {
        withHub(clientId, redirect, "", algorithm);
        ArrayNode clients = (ArrayNode) realm.get("clients");
        ObjectNode attributes = (ObjectNode) clients.get(clients.size() - 1).get("attributes");
        attributes.put("use.jwks.string", "false").remove("jwks.string");
        attributes.put("use.jwks.url", "true").put("jwks.url", keys.toString());
        return this;
    }

    /** Wrong codes are followed by these delays, in seconds, so that none ends before a test has looked. */
    RealmFile withDelays(String seconds) {
        ((ObjectNode) realm.get("attributes")).put("tessere.code-delays", seconds);
        return this;
    }

    /** A service that takes nobody below this level. */
    RealmFile withMinimum(String clientId, String name, URI redirect, String publicKeys, String level) {
        return with(
                clientId,
                name,
                redirect,
                publicKeys,
                client -> ((ObjectNode) client.get("attributes")).put("minimum.acr.value", level));
    }

    private RealmFile with(
            String clientId, String name, URI redirect, String publicKeys, Consumer<ObjectNode> particulars) {
        ArrayNode clients = (ArrayNode) realm.get("clients");
        JsonNode model = StreamSupport.stream(clients.spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(MODEL))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the realm has no client " + MODEL));
        ObjectNode client = model.deepCopy();
        client.remove("id");
        client.put("clientId", clientId).put("name", name);
        client.put("rootUrl", redirect.resolve("/").toString());
        client.put("baseUrl", redirect.resolve("/").toString());
        client.putArray("redirectUris").add(redirect.toString());
        ObjectNode attributes = (ObjectNode) client.get("attributes");
        attributes.put("use.jwks.url", "false").remove("jwks.url");
        attributes.put("use.jwks.string", "true").put("jwks.string", publicKeys);
        attributes.put("post.logout.redirect.uris", redirect.resolve("/").toString());
        particulars.accept(client);
        clients.add(client);
        return this;
    }

    /** The same realm under another name, which says nothing about specimens: as for citizens. */
    RealmFile asForCitizens(String name) {
        realm.put("realm", name);
        ((ObjectNode) realm.get("attributes")).put("tessere.specimen-accepted", "false");
        return this;
    }

    /** Sends e-mails to this port of this machine. */
    RealmFile mail(int port) {
        realm.putObject("smtpServer")
                .put("host", "127.0.0.1")
                .put("port", String.valueOf(port))
                .put("from", "server@example.org");
        return this;
    }

    /** Keycloak writes events of its own besides ours, in the same transactions. */
    RealmFile withKeycloaksOwnEvents() {
        realm.put("eventsEnabled", true);
        return this;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(realm.path("realm").asText() + "-realm.json"), realm.toString());
    }
}
