package fr.tessere.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One real Keycloak of this run: the assembled server as a process on free ports, an empty database, the delivered
 * realm, specimen documents accepted. Reached through {@link WithKeycloak}.
 */
public final class KeycloakServer implements AutoCloseable {
    /** Life of a reading, seconds: short enough that a test can wait for its end. */
    public static final int READING_SECONDS = 60;
    /** For how long holds what one officer did alone, seconds. */
    public static final int URGENT_SECONDS = 10;
    /** Name and password of the administrator that only this run has. */
    static final String ADMIN = "run-admin";

    /** The body of the services {@code permits} and {@code visas}. */
    private static final String BODY = "prefecture.example";
    /** A realm of the same server that accepts no specimens. */
    private static final String CITIZENS = "citizens";

    /** A start takes half a minute; on a machine that many share, many times that. */
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final String adminPassword = RandomText.of(18);
    private final StatusAuthority authority = StatusAuthority.start();
    private final PostBox post = PostBox.open();
    private final AlertReceiver alerts = AlertReceiver.start();
    private final Siem siem = Siem.start();
    private final ServiceKey serviceKey = new ServiceKey();
    private final Path home;
    private final Path trustFolder;
    private final int port = Ports.free();
    private final int tls = Ports.free();
    private final int management = Ports.free();
    private final int demo = Ports.free();
    private final int readerPage = Ports.free();
    private final OtherServices others = new OtherServices(address(), URI.create("https://localhost:" + tls));
    private final Staff staff = new Staff(admin());
    private final ChildProcess process;

    private KeycloakServer(ServerKind kind) throws IOException, GeneralSecurityException {
        home = KeycloakHome.of(kind).built();
        trustFolder = TrustFiles.copyTo(kind.file("-trust"));
        KeycloakHome.deleteTree(home.resolve("data"));
        others.addTo(RealmFile.delivered())
                .with("town-hall", "Mairie de Bréval", redirect("town-hall"), serviceKey.publicKeys())
                .with("tax-office", "Service des impôts", redirect("tax-office"), serviceKey.publicKeys())
                .withMinimum("notary", "Étude notariale", redirect("notary"), serviceKey.publicKeys(), "eidas2")
                .withConsent("library", "Bibliothèque", redirect("library"), serviceKey.publicKeys())
                .withSector("permits", "Préfecture, titres", redirect("permits"), serviceKey.publicKeys(), BODY)
                .withSector("visas", "Préfecture, visas", redirect("visas"), serviceKey.publicKeys(), BODY)
                .mail(post.port())
                .write(home.resolve("data/import"));
        RealmFile.delivered()
                .asForCitizens(CITIZENS)
                .with("town-hall", "Mairie de Bréval", redirect("town-hall"), serviceKey.publicKeys())
                .write(home.resolve("data/import"));
        for (StockRealm stock : StockRealm.values()) {
            stock.write(home.resolve("data/import"), redirect(stock.client()), serviceKey.publicKeys());
        }
        others.write(home.resolve("data/import"), redirect(BrokerRealm.NAME), serviceKey.publicKeys());
        Map<String, String> environment = environment(kind);
        environment.putAll(others.transport().write(kind.file("-tls")));
        environment.putAll(kind.pace().machine());
        process = ChildProcess.start(command(kind), environment, kind.file(".log"));
    }

    /** Starts the server for a test run and waits until it says that it is ready. */
    public static KeycloakServer start() {
        return start(ServerKind.delivered(Pace.OF_TESTS));
    }

    /** Starts the server as an operator does, with the delivered intervals, and waits until it says that it is ready: for measurements. */
    public static KeycloakServer startForGood() {
        return start(ServerKind.forGood());
    }

    /** Starts a server of another kind. */
    public static KeycloakServer start(ServerKind kind) {
        try {
            KeycloakServer server = new KeycloakServer(kind);
            server.awaitReady();
            return server;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("Keycloak did not start", e);
        }
    }

    /** Address of the server, without a slash at the end. A name, since a passkey belongs to a name and to no number. */
    public URI address() {
        return URI.create("http://localhost:" + port);
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

    /**
     * A service of the tests: {@code town-hall}, {@code tax-office}, {@code library}, which asks for consent,
     * {@code notary}, which takes nobody below {@code eidas2}, {@code permits} and {@code visas} of one body on two hosts.
     */
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

    /** Somebody of the staff: {@code officer}, {@code second-officer}, {@code third-officer}, {@code auditor}, or {@code clerk} who has no role. */
    public StaffBrowser staff(String name) {
        return staff.signedIn(issuer(), name);
    }

    /** All of them, for sign-ins of their own kind. */
    public Staff staff() {
        return staff;
    }

    /** Two officers, who do together what one may not do alone. */
    public Officers officers() {
        return new Officers(staff("officer"), staff("second-officer"));
    }

    /** The authority that this server asks about documents of Utopia, and about no others. */
    public StatusAuthority authority() {
        return authority;
    }

    /** The program that hears of alerts. */
    public AlertReceiver alerts() {
        return alerts;
    }

    /** The first e-mail that the server sent to this address and nobody has looked at; waits for it. */
    public Letter postBox(String address) {
        return post.next(address);
    }

    /** Where an operator lays what this server trusts. */
    public Path trustFolder() {
        return trustFolder;
    }

    /** What the server has written so far. */
    public String log() {
        return process.output();
    }

    /** Who collects the server's log. */
    public Siem siem() {
        return siem;
    }

    /** The server's answer about its health, at this path below {@code /health}. */
    public String health(String path) {
        return HttpAnswer.of(URI.create("http://127.0.0.1:" + management + "/health/" + path))
                .body();
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
        return HttpAnswer.of(URI.create("http://127.0.0.1:" + management + "/metrics"))
                .body();
    }

    @Override
    public void close() {
        process.close();
        authority.close();
        siem.close();
        post.close();
        alerts.close();
    }

    private void awaitReady() {
        URI health = URI.create("http://127.0.0.1:" + management + "/health/ready");
        try {
            Waiting.until("Keycloak is ready", PATIENCE, () -> {
                if (!process.isAlive()) {
                    return true;
                }
                return HttpAnswer.of(health).statusCode() == 200;
            });
        } catch (AssertionError late) {
            throw new AssertionError(process.output(), late);
        }
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended, its output:\n" + process.output());
        }
    }

    private List<String> command(ServerKind kind) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--https-port=" + tls,
                "--http-management-host=127.0.0.1",
                "--http-management-scheme=http",
                "--http-management-port=" + management,
                "--hostname=" + address()));
        command.addAll(kind.database().options());
        command.addAll(kind.pace().options());
        command.addAll(kind.options());
        return command;
    }

    private Map<String, String> environment(ServerKind kind) throws IOException, GeneralSecurityException {
        Path secret = kind.file("-secret");
        Files.writeString(secret, RandomText.of(32));
        Map<String, String> environment = new HashMap<>();
        environment.put("TESSERE_TRUST_FOLDER", trustFolder.toString());
        environment.put("TESSERE_SECRET_FILE", secret.toString());
        environment.put("TESSERE_READER_PORT", String.valueOf(readerPage));
        environment.put("TESSERE_DEMO_URL", demoAddress().toString());
        environment.put("TESSERE_SANDBOX_URL", others.sandboxAddress().toString());
        environment.put("TESSERE_SPECIMEN_ACCEPTED", "true");
        environment.put("TESSERE_EXPIRED_SPECIMENS", "true");
        Path lookupKey = kind.file("-lookup-key");
        Files.writeString(lookupKey, RandomText.of(32));
        environment.put("TESSERE_STATUS_URL", authority.address().toString());
        environment.put("TESSERE_STATUS_KEY_FILE", lookupKey.toString());
        environment.put("TESSERE_STATUS_STATES", "UTO");
        environment.putAll(alerts.settings(kind.file("-alert-key")));
        if (kind.isCollected()) {
            environment.putAll(siem.settings(kind.file("-siem.pem")));
        }
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        return environment;
    }

    private static URI redirect(String clientId) {
        // nothing listens there: a browser without a screen stops in front of it
        // and one host each, since the host is the sector for which a person has one subject (OpenID Connect Core §8.1)
        String host = Set.of("tax-office", "visas").contains(clientId) ? "localhost" : "127.0.0.1";
        return URI.create("http://" + host + ":9/" + clientId + "/back");
    }
}
