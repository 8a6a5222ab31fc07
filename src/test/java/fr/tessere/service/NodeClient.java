package fr.tessere.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.server.Folders;
import fr.tessere.server.Page;
import fr.tessere.server.ProfiledService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A client library nobody here wrote, run by Node. Installed once with the machine's npm, at the versions of the lock
 * file; where there is no npm the test is skipped and says so.
 */
public final class NodeClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NodeClient() {}

    /** What this program says at its end, after this citizen went wherever it sent browsers. */
    static JsonNode run(String program, ProfiledService service, URI issuer, Citizen citizen, String decryptionKey) {
        return talk(program, task(service, issuer, decryptionKey), citizen);
    }

    /** What this program answers to a task, by itself. */
    public static JsonNode ask(String program, JsonNode task) {
        return talk(program, task, new Citizen());
    }

    private static JsonNode talk(String program, JsonNode task, Citizen citizen) {
        Path folder = installed();
        try {
            Process process = new ProcessBuilder("node", program)
                    .directory(folder.toFile())
                    .redirectError(folder.resolve(program + ".log").toFile())
                    .start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                    OutputStream answers = process.getOutputStream()) {
                say(answers, task.toString());
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("DONE ")) {
                        return JSON.readTree(line.substring("DONE ".length()));
                    }
                    Page back = citizen.goTo(URI.create(line.substring("OPEN ".length())));
                    say(answers, back.redirect().map(URI::toString).orElse("about:blank#" + back.status()));
                }
                process.waitFor(10, TimeUnit.SECONDS);
                throw new AssertionError(Files.readString(folder.resolve(program + ".log")));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static ObjectNode task(ProfiledService service, URI issuer, String decryptionKey) {
        ObjectNode task = JSON.createObjectNode();
        task.put("issuer", issuer.toString())
                .put("client", service.clientId())
                .put("redirect", service.redirect().toString())
                .put("afterLogout", service.redirect().resolve("/").toString());
        try {
            task.set("key", JSON.readTree(service.keys().privateKey()));
            if (!decryptionKey.isEmpty()) {
                task.set("decryption", JSON.readTree(decryptionKey));
            }
            return task;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    /** The programs with the libraries of the lock file beside them. */
    static synchronized Path installed() {
        Path sources = Folders.root().resolve("src/test/resources/clients/node");
        Path folder = Folders.target().resolve("clients/node");
        try {
            Files.createDirectories(folder);
            boolean same = Files.exists(folder.resolve("node_modules"))
                    && Files.mismatch(sources.resolve("package-lock.json"), folder.resolve("package-lock.json")) == -1;
            try (Stream<Path> files = Files.list(sources)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!same) {
                install(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(Path folder) throws IOException {
        try {
            Process npm = new ProcessBuilder(
                            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(npm.getInputStream(), StandardCharsets.UTF_8))) {
                said = String.join("\n", lines.lines().toList());
            }
            if (npm.waitFor() != 0) {
                throw new AssertionError("npm ci: " + said);
            }
        } catch (IOException absent) {
            Assumptions.abort("no npm on this machine: clients of other people are not tried");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
