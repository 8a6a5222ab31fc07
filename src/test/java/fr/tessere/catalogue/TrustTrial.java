package fr.tessere.catalogue;

import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.catalogue.Case;
import fr.tessere.verification.trust.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person signs in while the running server trusts what the row says: an operator lays other files into the trust folder,
 * and the server takes them up by itself.
 */
final class TrustTrial implements AutoCloseable {
    private static final Path CONFIRMED = Path.of("confirmed");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final KeycloakServer server;
    private final SignInTrial signIn;
    private final Path folder;
    private final Map<Path, byte[]> usual;

    TrustTrial(KeycloakServer server) {
        this.server = server;
        signIn = new SignInTrial(server);
        folder = server.trustFolder();
        usual = contents(folder);
    }

    Finding of(Case row, Path scratch) {
        try {
            Path written = scratch.resolve("laid").resolve(row.id());
            row.trust().writeTo(written.resolve("specimen"));
            Map<Path, byte[]> wanted = withoutSpecimens(usual);
            contents(written).forEach((file, content) -> wanted.put(namedAfter(row, file), content));
            wanted.merge(CONFIRMED, usual.getOrDefault(CONFIRMED, new byte[0]), TrustTrial::both);
            lay(wanted);
            return signIn.of(row.make(), SignInTrial.LITTLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that was whole and is broken leaves what was in force: no row's file may take another's place. */
    private static Path namedAfter(Case row, Path file) {
        return file.equals(CONFIRMED) ? file : file.resolveSibling(row.id() + "-" + file.getFileName());
    }

    /** Both lists, without a line twice. */
    private static byte[] both(byte[] one, byte[] other) {
        String lines = new String(one, StandardCharsets.US_ASCII) + new String(other, StandardCharsets.US_ASCII);
        return lines.lines()
                .distinct()
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The folder as it was. */
    @Override
    public void close() {
        lay(usual);
    }

    private void lay(Map<Path, byte[]> wanted) {
        try {
            for (Path file : contents(folder).keySet()) {
                if (!wanted.containsKey(file)) {
                    Files.delete(folder.resolve(file));
                }
            }
            write(folder, wanted);
            String version = TrustFolder.survey(folder, Instant.now()).anchors().version();
            StaffBrowser auditor = server.staff("auditor");
            Waiting.until(
                    "the folder counts",
                    SOON,
                    () -> auditor.open("trust").body().contains("id=\"trust-version\">" + version + "<"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Folders.put(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<Path, byte[]> withoutSpecimens(Map<Path, byte[]> files) {
        Map<Path, byte[]> rest = new HashMap<>(files);
        rest.keySet().removeIf(file -> file.startsWith("specimen"));
        return rest;
    }

    private static Map<Path, byte[]> contents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, byte[]> all = new HashMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file), Files.readAllBytes(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
