package fr.tessere.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The trust folder of a run: what is delivered, and anchors of a test's own. */
public final class TrustFiles {
    private TrustFiles() {}

    /** Copies the delivered anchors to a folder that a test may add to. */
    static Path copyTo(Path folder) throws IOException {
        KeycloakHome.deleteTree(folder);
        Path delivered = Folders.root().resolve("src/main/trust");
        try (Stream<Path> files = Files.walk(delivered)) {
            for (Path from : files.toList()) {
                Path to = folder.resolve(delivered.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        return folder;
    }
}
