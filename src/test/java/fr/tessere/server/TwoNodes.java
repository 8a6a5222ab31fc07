package fr.tessere.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two nodes of one provider with one PostgreSQL, each on a port of its own; a cluster as Keycloak makes it by itself. */
public final class TwoNodes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ServiceKey serviceKey = new ServiceKey();
    private final String password = "Of-this-run-" + System.nanoTime();
    private final List<Node> nodes = new ArrayList<>();
    private final Path home;
    private final Postgres database;
    private final Map<String, String> environment;
    private final Staff staff;
    private final Siem siem = Siem.start();
    private final Path trustFolder;

    private TwoNodes(Postgres database) throws IOException, GeneralSecurityException {
        this.database = database;
        home = KeycloakHome.ofCluster(
                        Folders.root().resolve("idp-extensions/server/target/server"),
                        Folders.target().resolve("keycloak-cluster"))
                .built();
        KeycloakHome.deleteTree(home.resolve("data"));
        RealmFile.delivered()
                .withKeycloaksOwnEvents()
                .withDelays("3600,7200")
                .with("town-hall", "Mairie de Bréval", back(), serviceKey.publicKeys())
                .write(home.resolve("data/import"));
        Path secret = Folders.target().resolve("cluster-secret");
        Files.writeString(secret, RandomText.of(32));
        trustFolder = TrustFiles.copyTo(Folders.target().resolve("cluster-trust"));
        environment = environment(secret, trustFolder);
        environment.putAll(siem.settings(Folders.target().resolve("cluster-siem.pem")));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        // the first makes the tables and the realm, so the second comes behind it
        for (String name : List.of("a", "b")) {
            Node node = new Node(name, environment, Ports.free(), Ports.free());
            nodes.add(node);
            node.awaitReady();
        }
        staff = new Staff(admin());
    }

    /** Where an operator lays what both trust. */
    public Path trustFolder() {
        return trustFolder;
    }

    /** Starts both. */
    public static TwoNodes start(Postgres database) {
        try {
            return new TwoNodes(database);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("the nodes did not start", e);
        }
    }

    /** Address of a node, 0 or 1, without a slash at the end. */
    public URI node(int number) {
        return nodes.get(number).address();
    }

    /** The same address at the other node. */
    public URI at(int number, URI address) {
        return URI.create(address.toString()
                .replaceFirst("^http://127\\.0\\.0\\.1:[0-9]+", node(number).toString()));
    }

    /** A service that sends browsers to this node. */
    public RelyingService service(int number) {
        return new RelyingService(issuer(number), "town-hall", back(), serviceKey);
    }

    /** The officer, at this node. */
    public StaffBrowser officer(int number) {
        return staff(number, "officer");
    }

    /** Keycloak's administration, at the first node. */
    public AdminDoor admin() {
        return new AdminDoor(node(0), KeycloakServer.ADMIN, password);
    }

    /** Somebody of the staff, at this node. */
    public StaffBrowser staff(int number, String name) {
        return staff.signIn(issuer(number), name);
    }

    /** Two officers, each at a node of his own. */
    public Officers officers() {
        return new Officers(officer(0), staff(1, "second-officer"));
    }

    /** The numbers of this node, in the text format of Prometheus. */
    public String metrics(int number) {
        return HttpAnswer.of(URI.create("http://127.0.0.1:" + nodes.get(number).management + "/metrics"))
                .body();
    }

    /** Who collects the log, from whichever node hands it on. */
    public Siem siem() {
        return siem;
    }

    /** Address of the realm at this node. */
    public URI issuer(int number) {
        return URI.create(node(number) + "/realms/tessere");
    }

    /** Kills a node as a power cut does (SIGKILL). */
    public void kill(int number) {
        nodes.get(number).process.kill();
    }

    /** Starts a killed node again at the same address, and waits until it is ready. */
    public void startAgain(int number) {
        Node killed = nodes.get(number);
        Node node = new Node("again", environment, killed.port, killed.management);
        nodes.set(number, node);
        node.awaitReady();
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process.close());
        siem.close();
    }

    private static Map<String, String> environment(Path secret, Path trust) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TESSERE_TRUST_FOLDER", trust.toString());
        environment.put("TESSERE_SECRET_FILE", secret.toString());
        environment.put("TESSERE_READER_PORT", "27816");
        environment.put("TESSERE_DEMO_URL", "http://127.0.0.1:9");
        environment.put("TESSERE_SPECIMEN_ACCEPTED", "true");
        environment.put("TESSERE_EXPIRED_SPECIMENS", "true");
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        return environment;
    }

    private static URI back() {
        return URI.create("http://127.0.0.1:9/town-hall/back");
    }

    private final class Node {
        private final int port;
        private final int management;
        private final ChildProcess process;

        Node(String name, Map<String, String> environment, int port, int management) {
            this.port = port;
            this.management = management;
            List<String> command = new ArrayList<>(Database.of(database).options());
            command.addAll(
                    0,
                    List.of(
                            home.resolve("bin/kc.sh").toString(),
                            "start",
                            "--optimized",
                            "--import-realm",
                            "--http-enabled=true",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--http-management-host=127.0.0.1",
                            "--http-management-port=" + management,
                            "--cache=ispn",
                            "--hostname-strict=false",
                            "--cache-embedded-network-bind-address=127.0.0.1",
                            "--spi-events-listener--tessere-history--forget-seconds=5"));
            process = ChildProcess.start(
                    command, environment, Folders.target().resolve("keycloak-node-" + name + ".log"));
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + port);
        }

        void awaitReady() {
            URI health = URI.create("http://127.0.0.1:" + management + "/health/ready");
            Waiting.until("a node is ready", PATIENCE, () -> {
                if (!process.isAlive()) {
                    return true;
                }
                return status(health) == 200;
            });
            if (!process.isAlive()) {
                throw new AssertionError("a node ended, its output:\n" + process.output());
            }
        }

        private static int status(URI address) throws IOException {
            try {
                return HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address)
                                        .timeout(Duration.ofSeconds(5))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }
}
