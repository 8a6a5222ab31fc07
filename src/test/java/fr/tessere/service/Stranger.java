package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.ChildProcess;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Somebody who copied a program out of the guide and started it. */
final class Stranger {
    /** The level that the program asks for. */
    static final String LEVEL = "eidas2";

    private Stranger() {}

    /** The stranger's own values for the guide's words in capitals. */
    static Map<String, String> values(KeycloakServer server) {
        return Map.of(
                "ISSUER",
                server.issuer().toString(),
                "CLIENT_ID",
                "stranger",
                "REDIRECT",
                server.others().strangerAddress().toString(),
                "LEVEL",
                LEVEL);
    }

    /** Starts the program and has somebody sign in there; the page that she sees then. */
    static Page signsIn(KeycloakServer server, Path folder, List<String> command) {
        try (ChildProcess service = ChildProcess.start(command, Map.of(), folder.resolve("service.log"))) {
            return signsIn(server, service);
        }
    }

    /** Has somebody sign in at this program; the page that she sees then. */
    static Page signsIn(KeycloakServer server, ChildProcess service) {
        URI start = server.others().strangerAddress().resolve("/");
        awaitListening(service, start);
        Citizen citizen = new Citizen();
        Page asked = citizen.browser().open(start);
        Page back =
                citizen.goTo(asked.redirect().orElseThrow(() -> new AssertionError(asked.status() + service.output())));
        Page home = citizen.browser().open(back.redirect().orElseThrow());

        assertThat(home.status()).as(home.body() + service.output()).isEqualTo(200);
        return home;
    }

    /** Waits until the program answers. */
    static void awaitListening(ChildProcess service, URI address) {
        Waiting.until("the stranger's service answers", Duration.ofMinutes(2), () -> {
            if (!service.isAlive()) {
                throw new IllegalStateException("it ended: " + service.output());
            }
            return listens(address);
        });
    }

    /** This command, or the test is skipped and says what is missing. */
    static void require(String missing, String... command) {
        boolean there;
        try {
            there = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            there = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
        Assumptions.assumeTrue(there, missing);
    }

    private static boolean listens(URI address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
