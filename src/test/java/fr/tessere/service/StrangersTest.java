package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A stranger copies the guide (integrate.md), puts in the own names, and people sign in")
class StrangersTest {
    @Test
    void withSpringBoot(KeycloakServer server) throws IOException {
        Path folder = Folders.target().resolve("strangers/spring");
        Guide.copy("application.properties", folder, Stranger.values(server));
        Path source = Guide.copy("Service.java", folder, Stranger.values(server));
        Files.writeString(folder.resolve("key.json"), server.others().strangerKey());
        String libraries = springBoot(folder.resolve("lib"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-parameters", "-cp", libraries, "-d", folder.toString(), source.toString());
        assertThat(compiled).as("javac").isZero();
        URI address = server.others().strangerAddress();

        requireName(Stranger.signsIn(
                server,
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder + java.io.File.pathSeparator + libraries,
                        "example.Service",
                        "--server.address=" + address.getHost(),
                        "--server.port=" + address.getPort(),
                        "--tessere.key=file:" + folder.resolve("key.json"))));
    }

    @Test
    void withNode(KeycloakServer server) throws IOException {
        Path folder = NodeClient.installed();
        Path program = Guide.copy("service.mjs", folder, Stranger.values(server));
        Files.writeString(folder.resolve("key.json"), server.others().strangerKey());

        requireName(Stranger.signsIn(
                server, folder, List.of("sh", "-c", "cd '" + folder + "' && exec node " + program.getFileName())));
    }

    @Test
    void withPython(KeycloakServer server) throws IOException, InterruptedException {
        Path folder = Folders.target().resolve("strangers/python");
        Path program = Guide.copy("service.py", folder, Stranger.values(server));
        Files.writeString(folder.resolve("key.json"), server.others().strangerKey());

        requireName(Stranger.signsIn(
                server,
                folder,
                List.of("sh", "-c", "cd '" + folder + "' && exec " + python() + " " + program.getFileName())));
    }

    @Test
    void withPhp(KeycloakServer server) throws IOException {
        Stranger.require("no PHP on this machine: the guide's PHP is not tried", "php", "-v");
        Path folder = Folders.target().resolve("strangers/php");
        Path program = Guide.copy("service.php", folder, Stranger.values(server));
        Files.writeString(folder.resolve("key.json"), server.others().strangerKey());

        requireName(Stranger.signsIn(
                server,
                folder,
                List.of("php", "-S", server.others().strangerAddress().getAuthority(), program.toString())));
    }

    private static void requireName(Page home) {
        assertThat(home.body()).containsIgnoringCase("specimen").contains(Stranger.LEVEL);
    }

    /** Debian's own Python, which finds Debian's libraries, or the one of the path. */
    private static String python() throws IOException, InterruptedException {
        for (String command : List.of("/usr/bin/python3", "python3")) {
            try {
                if (new ProcessBuilder(command, "-c", "import authlib, httpx")
                                .start()
                                .waitFor()
                        == 0) {
                    return command;
                }
            } catch (IOException absent) {
                continue;
            }
        }
        return Assumptions.abort("no python3 with authlib and httpx on this machine: the guide's Python is not tried");
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
