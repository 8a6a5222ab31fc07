package fr.tessere.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The relying-party demo as a process: the jar that is delivered, on the address that the realm expects. */
public final class DemoService implements AutoCloseable {
    private final URI address;
    private final ChildProcess process;

    private DemoService(URI address, ChildProcess process) {
        this.address = address;
        this.process = process;
    }

    /** Starts it in front of this provider and waits until it answers. */
    public static DemoService start(KeycloakServer server) {
        URI address = server.demoAddress();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + address.getPort(),
                "--tessere.issuer=" + server.issuer());
        DemoService demo = new DemoService(
                address, ChildProcess.start(command, Map.of(), Folders.target().resolve("demo.log")));
        Waiting.until("the demo service answers", Duration.ofMinutes(2), () -> {
            if (!demo.process.isAlive()) {
                throw new IllegalStateException("it ended: " + demo.process.output());
            }
            return new PlainBrowser("en").open(address).status() == 200;
        });
        return demo;
    }

    /** Its first page. */
    public URI address() {
        return address;
    }

    /** What it has written so far. */
    public String log() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path jar() {
        Path target = Folders.root().resolve("relying-party-demo/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no demo jar in " + target + ": run mvn verify"));
        } catch (IOException e) {
            throw new AssertionError("no demo jar in " + target + ": run mvn verify", e);
        }
    }
}
