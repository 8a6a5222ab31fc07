package fr.tessere.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sandbox as a process beside the server: the jar that is delivered, with a realm made by it. */
public final class Sandbox implements AutoCloseable {
    private final URI address;
    private final ChildProcess process;

    private Sandbox(URI address, ChildProcess process) {
        this.address = address;
        this.process = process;
    }

    /** Starts it beside this server and waits until it answers. */
    public static Sandbox start(KeycloakServer server, Path statusKey) {
        URI address = server.others().sandboxAddress();
        List<String> command = List.of(
                java(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                "--server.port=" + address.getPort(),
                "--tessere.sandbox.base-url=" + address,
                "--tessere.sandbox.status-key-file=" + statusKey,
                "--tessere.sandbox.issuer=" + server.address() + "/realms/sandbox");
        Sandbox sandbox = new Sandbox(
                address, ChildProcess.start(command, Map.of(), Folders.target().resolve("sandbox.log")));
        Waiting.until("the sandbox answers", Duration.ofMinutes(2), () -> {
            if (!sandbox.process.isAlive()) {
                throw new IllegalStateException("it ended: " + sandbox.process.output());
            }
            return new PlainBrowser("en").open(address).status() == 200;
        });
        return sandbox;
    }

    /** Writes the realm of the sandbox, as {@code tessere sandbox} does. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> command = List.of(
                java(),
                "-Dloader.main=fr.tessere.sandbox.realm.SandboxRealm",
                "-cp",
                jar().toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                Folders.root().resolve("src/main/realm/tessere-realm.json").toString(),
                folder.resolve("sandbox-realm.json").toString());
        try (ChildProcess program =
                ChildProcess.start(command, Map.of(), Folders.target().resolve("sandbox-realm.log"))) {
            program.requireSuccess(60);
        }
        JsonMapper.builder().build().readTree(Files.readString(folder.resolve("sandbox-realm.json")));
    }

    /** Its first page. */
    public URI address() {
        return address;
    }

    /** Sends a form of its pages, as somebody who opened the first page. */
    public Page submit(PlainBrowser browser, String path, Map<String, String> fields) {
        String token = browser.open(address.resolve("/"))
                .find("name=\"_csrf\" value=\"([^\"]+)\"")
                .orElseThrow();
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", token);
        return browser.submit(address.resolve(path), form);
    }

    /** All that it has written. */
    public String log() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private static Path jar() {
        Path target = Folders.root().resolve("idp-extensions/sandbox/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no sandbox jar in " + target + ": run mvn verify"));
        } catch (IOException e) {
            throw new AssertionError("no sandbox jar in " + target + ": run mvn verify", e);
        }
    }
}
