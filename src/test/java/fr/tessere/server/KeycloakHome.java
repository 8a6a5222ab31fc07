package fr.tessere.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A built Keycloak of this module's own: hard links to the assembled server, so that building and running leave the
 * original alone. Built again only when a provider or an option of the build changed.
 */
final class KeycloakHome {
    private final Path assembled;
    private final Path folder;
    private final List<String> build;
    private final Change change;

    private KeycloakHome(Path assembled, Path folder, String database, String cache, List<String> more, Change change) {
        this.assembled = assembled;
        this.folder = folder;
        this.change = change;
        build = new ArrayList<>(List.of(
                "build",
                "--db=" + database,
                "--cache=" + cache,
                "--health-enabled=true",
                "--metrics-enabled=true",
                "--https-client-auth=request"));
        build.addAll(more);
    }

    /** What is done to a home before it is built. */
    @FunctionalInterface
    interface Change {
        Change NONE = home -> {};

        void in(Path home) throws IOException;
    }

    /** A home for one node. */
    static KeycloakHome of(ServerKind kind) {
        Path assembled = Folders.root().resolve("idp-extensions/server/target/server");
        if (!Files.exists(assembled.resolve("bin/kc.sh"))) {
            throw new AssertionError("no server at " + assembled + ": it is made in the phase package, run mvn verify");
        }
        return new KeycloakHome(assembled, kind.file(""), kind.database().name(), "local", kind.build(), kind.change());
    }

    /** A home for several nodes with one PostgreSQL. */
    static KeycloakHome ofCluster(Path assembled, Path folder) {
        return new KeycloakHome(assembled, folder, "postgres", "ispn", List.of(), Change.NONE);
    }

    /** The folder of a server that can start optimized. */
    Path built() throws IOException, NoSuchAlgorithmException {
        Path stamp = folder.resolve("tessere-build.stamp");
        String wanted = digest();
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return folder;
        }
        deleteTree(folder);
        link();
        change.in(folder);
        try (ChildProcess build =
                ChildProcess.start(command(), ChildProcess.SHORT_LIFE, folder.resolveSibling("keycloak-build.log"))) {
            build.requireSuccess(300);
        }
        Files.writeString(stamp, wanted);
        return folder;
    }

    private List<String> command() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(folder.resolve("bin/kc.sh").toString()), build.stream())
                .toList();
    }

    /** Digest of the build's options and of name, size and time of each provider. */
    private String digest() throws IOException, NoSuchAlgorithmException {
        Map<String, String> inputs = new TreeMap<>();
        try (java.util.stream.Stream<Path> files = Files.walk(assembled.resolve("providers"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                inputs.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        String text = build + "\n" + inputs + "\n" + Files.getLastModifiedTime(assembled.resolve("version.txt"));
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void link() throws IOException {
        Files.walkFileTree(assembled, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Path name = assembled.relativize(from);
                if (name.startsWith("data")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(name));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Path name = assembled.relativize(from);
                // the build writes below lib/quarkus, and conf is for people to edit
                if (name.startsWith("lib/quarkus") || name.startsWith("conf")) {
                    Files.copy(from, folder.resolve(name), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                } else {
                    Files.createLink(folder.resolve(name), from);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes a folder and all in it, if it is there. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, @org.jspecify.annotations.Nullable IOException accident) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
