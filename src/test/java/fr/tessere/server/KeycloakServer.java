package fr.tessere.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One real Keycloak of this run: the assembled server as a process on free ports, an empty database, the delivered
 * realm, specimen documents accepted. Reached through {@link WithKeycloak}.
 */
public final class KeycloakServer implements AutoCloseable {
    /** Life of a reading, seconds: short enough that a test can wait for its end. */
    public static final int READING_SECONDS = 60;
    /** Name and password of the administrator that only this run has. */
    static final String ADMIN = "run-admin";

    /** A realm of the same server that accepts no specimens. */
    private static final String CITIZENS = "citizens";

    /** A start takes half a minute; on a machine that many share, many times that. */
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final String adminPassword = random(18);
    private final String officerPassword = random(18);
    private final StatusAuthority authority = StatusAuthority.start();
    private final ServiceKey serviceKey = new ServiceKey();
    private final Path home;
    private final int port = Ports.free();
    private final int management = Ports.free();
    private final int demo = Ports.free();
    private final int readerPage = Ports.free();
    private final OtherServices others = new OtherServices(address());
    private final ChildProcess process;

    private KeycloakServer(Map<String, String> machine) throws IOException, GeneralSecurityException {
        Path assembled = Folders.root().resolve("idp-extensions/server/target/server");
        if (!Files.exists(assembled.resolve("bin/kc.sh"))) {
            throw new AssertionError("no server at " + assembled + ": it is made in the phase package, run mvn verify");
        }
        home = new KeycloakHome(assembled, Folders.target().resolve("keycloak")).built();
        KeycloakHome.deleteTree(home.resolve("data"));
        others.addTo(RealmFile.delivered())
                .with("town-hall", "Mairie de Bréval", redirect("town-hall"), serviceKey.publicKeys())
                .with("tax-office", "Service des impôts", redirect("tax-office"), serviceKey.publicKeys())
                .withMinimum("notary", "Étude notariale", redirect("notary"), serviceKey.publicKeys(), "eidas2")
                .withConsent("library", "Bibliothèque", redirect("library"), serviceKey.publicKeys())
                .account("officer", officerPassword, "security-officer")
                .account("auditor", officerPassword, "auditor")
                .account("clerk", officerPassword, "")
                .write(home.resolve("data/import"));
        RealmFile.delivered()
                .asForCitizens(CITIZENS)
                .with("town-hall", "Mairie de Bréval", redirect("town-hall"), serviceKey.publicKeys())
                .write(home.resolve("data/import"));
        for (StockRealm stock : StockRealm.values()) {
            stock.write(home.resolve("data/import"), redirect(stock.client()), serviceKey.publicKeys());
        }
        others.write(home.resolve("data/import"), redirect(BrokerRealm.NAME), serviceKey.publicKeys());
        Map<String, String> environment = environment();
        environment.putAll(machine);
        process = ChildProcess.start(command(), environment, Folders.target().resolve("keycloak.log"));
    }

    /** Starts the server for a test run and waits until it says that it is ready. */
    public static KeycloakServer start() {
        return start(ChildProcess.SHORT_LIFE);
    }

    /** Starts the server as an operator does, and waits until it says that it is ready: for measurements. */
    public static KeycloakServer startForGood() {
        return start(Map.of());
    }

    private static KeycloakServer start(Map<String, String> machine) {
        try {
            KeycloakServer server = new KeycloakServer(machine);
            server.awaitReady();
            return server;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("Keycloak did not start", e);
        }
    }

    /** Address of the server, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The product's realm as issuer. */
    public URI issuer() {
        return URI.create(address() + "/realms/tessere");
    }

    /** Where the realm expects the demo service: free until {@link DemoService} takes it. */
    public URI demoAddress() {
        return URI.create("http://127.0.0.1:" + demo);
    }

    /** The port where the page for "this computer" expects the reader's own page. */
    public int readerPage() {
        return readerPage;
    }

    /** The service {@code town-hall} of a realm that accepts no specimens. */
    public RelyingService serviceForCitizens() {
        URI issuer = URI.create(address() + "/realms/" + CITIZENS);
        return new RelyingService(issuer, "town-hall", redirect("town-hall"), serviceKey);
    }

    /** A service of the tests: {@code town-hall}, {@code tax-office}, {@code library}, which asks for consent, or
     * {@code notary}, which takes nobody below {@code eidas2}. */
    public RelyingService service(String clientId) {
        return new RelyingService(issuer(), clientId, redirect(clientId), serviceKey);
    }

    /** Services that use another profile than the demonstration, or that somebody else wrote. */
    public OtherServices others() {
        return others;
    }

    /** The application of an administration with a Keycloak of its own, which lets people in through Tessère. */
    public RelyingService behindBroker() {
        URI issuer = URI.create(address() + "/realms/" + BrokerRealm.NAME);
        return new RelyingService(issuer, BrokerRealm.NAME, redirect(BrokerRealm.NAME), serviceKey);
    }

    /** The service of one of Keycloak's own realms. */
    RelyingService stockService(StockRealm stock) {
        URI issuer = URI.create(address() + "/realms/" + stock.realm());
        return new RelyingService(issuer, stock.client(), redirect(stock.client()), serviceKey);
    }

    /** Somebody of the staff: {@code officer}, {@code auditor}, or {@code clerk} who has no role. */
    public StaffBrowser staff(String name) {
        return StaffBrowser.signIn(issuer(), name, officerPassword);
    }

    /** The password that the staff of this run have. */
    public String staffPassword() {
        return officerPassword;
    }

    /** The authority that this server asks about documents of Utopia, and about no others. */
    public StatusAuthority authority() {
        return authority;
    }

    /** What the server has written so far. */
    public String log() {
        return process.output();
    }

    /** The process ids of the server. */
    public List<Long> pids() {
        return process.pids();
    }

    /** The administrator's door, for tests that look at settings. */
    public AdminDoor admin() {
        return new AdminDoor(address(), ADMIN, adminPassword);
    }

    /** The server's own numbers, in the text format of Prometheus. */
    public String metrics() {
        return answer(URI.create("http://127.0.0.1:" + management + "/metrics")).body();
    }

    @Override
    public void close() {
        process.close();
        authority.close();
    }

    private void awaitReady() {
        URI health = URI.create("http://127.0.0.1:" + management + "/health/ready");
        try {
            Waiting.until("Keycloak is ready", PATIENCE, () -> {
                if (!process.isAlive()) {
                    return true;
                }
                return status(health) == 200;
            });
        } catch (AssertionError late) {
            throw new AssertionError(process.output(), late);
        }
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended, its output:\n" + process.output());
        }
    }

    private List<String> command() {
        return List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + management,
                "--hostname=" + address(),
                "--spi-realm-restapi-extension--tessere--status-milliseconds=5000",
                "--spi-realm-restapi-extension--tessere--status-cache-seconds=0",
                "--spi-realm-restapi-extension--tessere--reading-seconds=" + READING_SECONDS);
    }

    private Map<String, String> environment() throws IOException {
        Path secret = Folders.target().resolve("keycloak-secret");
        Files.writeString(secret, random(32));
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "TESSERE_TRUST_FOLDER",
                TrustFiles.copyTo(Folders.target().resolve("trust")).toString());
        environment.put("TESSERE_SECRET_FILE", secret.toString());
        environment.put("TESSERE_READER_PORT", String.valueOf(readerPage));
        environment.put("TESSERE_DEMO_URL", demoAddress().toString());
        environment.put("TESSERE_SANDBOX_URL", others.sandboxAddress().toString());
        environment.put("TESSERE_SPECIMEN_ACCEPTED", "true");
        environment.put("TESSERE_EXPIRED_SPECIMENS", "true");
        Path lookupKey = Folders.target().resolve("lookup-key");
        Files.writeString(lookupKey, random(32));
        environment.put("TESSERE_STATUS_URL", authority.address().toString());
        environment.put("TESSERE_STATUS_KEY_FILE", lookupKey.toString());
        environment.put("TESSERE_STATUS_STATES", "UTO");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        return environment;
    }

    private static URI redirect(String clientId) {
        // nothing listens there: a browser without a screen stops in front of it
        // and one host each, since the host is the sector for which a person has one subject (OpenID Connect Core §8.1)
        String host = clientId.equals("tax-office") ? "localhost" : "127.0.0.1";
        return URI.create("http://" + host + ":9/" + clientId + "/back");
    }

    private static int status(URI address) {
        return answer(address).statusCode();
    }

    private static HttpResponse<String> answer(URI address) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        return Base64.getEncoder().encodeToString(value);
    }
}
