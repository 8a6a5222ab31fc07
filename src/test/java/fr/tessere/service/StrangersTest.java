package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.ChildProcess;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A stranger copies the guide (integrate.md), puts in the own names, and people sign in")
class StrangersTest {
    private static final String LEVEL = "eidas1";

    @Test
    void withSpringBoot(KeycloakServer server) throws IOException {
        Path folder = Folders.target().resolve("strangers/spring");
        Guide.copy("application.properties", folder, values(server));
        Path source = Guide.copy("Service.java", folder, values(server));
        Files.writeString(folder.resolve("key.json"), server.others().strangerKey());
        String libraries = springBoot(folder.resolve("lib"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-parameters", "-cp", libraries, "-d", folder.toString(), source.toString());
        assertThat(compiled).as("javac").isZero();
        URI address = server.others().strangerAddress();

        signsIn(
                server,
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder + java.io.File.pathSeparator + libraries,
                        "Service",
                        "--server.address=" + address.getHost(),
                        "--server.port=" + address.getPort(),
                        "--tessere.key=file:" + folder.resolve("key.json")));
    }

    @Test
    void withNode(KeycloakServer server) throws IOException {
        Path folder = NodeClient.installed();
        Path program = Guide.copy("service.mjs", folder, values(server));
        Files.writeString(folder.resolve("key.json"), server.others().strangerKey());

        signsIn(server, folder, List.of("sh", "-c", "cd '" + folder + "' && exec node " + program.getFileName()));
    }

    private static void signsIn(KeycloakServer server, Path folder, List<String> command) {
        URI start = server.others().strangerAddress().resolve("/");
        try (ChildProcess service = ChildProcess.start(command, Map.of(), folder.resolve("service.log"))) {
            Waiting.until("the stranger's service answers", Duration.ofMinutes(2), () -> {
                if (!service.isAlive()) {
                    throw new IllegalStateException("it ended: " + service.output());
                }
                return listens(start);
            });
            Citizen citizen = new Citizen();
            Page asked = citizen.browser().open(start);
            Page back = citizen.goTo(asked.redirect().orElseThrow(() -> new AssertionError(service.output())));
            Page home = citizen.browser().open(back.redirect().orElseThrow());

            assertThat(home.status()).as(service.output()).isEqualTo(200);
            assertThat(home.body()).containsIgnoringCase("specimen").contains(LEVEL);
        }
    }

    private static boolean listens(URI address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Map<String, String> values(KeycloakServer server) {
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

    /** The two starters that the guide names, as a build tool would fetch them: the demonstration has the same. */
    private static String springBoot(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path demo;
        try (Stream<Path> files = Files.list(Folders.root().resolve("relying-party-demo/target"))) {
            demo = files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        StringBuilder path = new StringBuilder();
        try (ZipFile jar = new ZipFile(demo.toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(one -> one.getName().matches("BOOT-INF/lib/(?!.*thymeleaf|tessere)[^/]+\\.jar"))
                    .toList()) {
                Path library = folder.resolve(Path.of(entry.getName()).getFileName());
                try (InputStream bytes = jar.getInputStream(entry)) {
                    Files.copy(bytes, library, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
                path.append(java.io.File.pathSeparator).append(library);
            }
        }
        return path.substring(1);
    }
}
