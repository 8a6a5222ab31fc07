package fr.tessere.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;

/** Services of the run that use another profile than the demonstration, or that somebody else wrote. */
public final class OtherServices {
    private final ClientKeys keys = new ClientKeys();
    private final int signedOut = Ports.free();
    private final int stranger = Ports.free();
    private final int sandbox = Ports.free();
    private final int published = Ports.free();
    private final TransportKeys transport = new TransportKeys();
    private final URI server;
    private final URI tls;

    /**
     * Services of one server.
     *
     * @param server where browsers find it
     * @param tls the same with TLS, where services may show certificates
     */
    OtherServices(URI server, URI tls) {
        this.server = server;
        this.tls = tls;
    }

    /** Registers them all. */
    RealmFile addTo(RealmFile realm) {
        return realm.withStrictest("portal", "Portail", strict("portal"), keys.publicKeys(), signedOutAddress())
                .withCertificate("archives", "Archives", strict("archives"), TransportKeys.AUTHORITY)
                .with("stranger", "Service neuf", strangerAddress(), keys.publicKeys())
                .withKeysAt(BrokerRealm.CLIENT, "Préfecture", BrokerRealm.redirect(server), BrokerRealm.keys(server))
                .withHub("hub-rsa", strict("hub-rsa"), keys.publicKeys(), "RSA-OAEP-256")
                .withHub("hub-ec", strict("hub-ec"), keys.publicKeys(), "ECDH-ES")
                .withHub("hub-plain", strict("hub-plain"), keys.publicKeys(), "")
                .withHub("hub-published", strict("hub-published"), hubKeysAddress(), "RSA-OAEP-256");
    }

    /** Writes the realm of the administration that has a Keycloak of its own, and that of the sandbox. */
    void write(Path folder, URI application, String publicKeys) throws IOException {
        Sandbox.write(folder);
        BrokerRealm.write(folder, server, application, publicKeys);
    }

    /**
     * A service of a stricter profile: {@code portal} (FAPI 2), {@code archives} (the same by TLS), the hubs {@code hub-rsa} and {@code hub-ec},
     * {@code hub-published}, whose keys Tessère fetches, and {@code hub-plain}, whose registration says nothing about encryption.
     */
    public ProfiledService profiled(String clientId) {
        return new ProfiledService(URI.create(server + "/realms/tessere"), clientId, strict(clientId), keys);
    }

    /** The service {@code archives}, which proves itself by TLS, on this connection. */
    public ProfiledService byTransport(HttpClient connection) {
        return profiled("archives").by(URI.create(tls + "/realms/tessere"), connection);
    }

    /** Certificates of services, and the server's. */
    public TransportKeys transport() {
        return transport;
    }

    /** A service of the profile {@code standard}, message by message. */
    public ProfiledService standard() {
        return new ProfiledService(URI.create(server + "/realms/tessere"), "stranger", strangerAddress(), keys);
    }

    /** Where the realm of the sandbox expects the sandbox; free until it starts. */
    public URI sandboxAddress() {
        return URI.create("http://127.0.0.1:" + sandbox);
    }

    /** Where the keys of {@code hub-published} are fetched; a test that uses it answers there. */
    public URI hubKeysAddress() {
        return URI.create("http://127.0.0.1:" + published + "/keys");
    }

    /** Where {@code portal} expects to be told that a session ended; a test that waits for it listens there. */
    public URI signedOutAddress() {
        return URI.create("http://127.0.0.1:" + signedOut + "/signed-out");
    }

    /** Where {@code stranger}, which somebody else wrote, expects browsers back; free until such a service starts. */
    public URI strangerAddress() {
        return URI.create("http://127.0.0.1:" + stranger + "/login/oauth2/code/tessere");
    }

    /** The private key of the client {@code stranger}, as a JWK. */
    public String strangerKey() {
        return keys.privateKey();
    }

    private static URI strict(String clientId) {
        return URI.create("https://" + clientId + ".example/back");
    }
}
