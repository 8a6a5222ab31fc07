package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** A trust folder that a test fills as an operator does. */
final class TrustFiles {
    static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");

    private final Path folder;

    TrustFiles(Path folder) {
        this.folder = folder;
    }

    /** Puts a file there; a folder in its name is made. */
    TrustFiles put(String name, Bytes content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.write(file, content.toArray());
            return this;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The same, and writes its fingerprint into the list of what was confirmed. */
    TrustFiles confirm(String name, Bytes certificate) {
        put(name, certificate);
        try {
            Files.writeString(
                    folder.resolve("confirmed"),
                    DigestAlgorithm.SHA256.digest(certificate).toHex() + " " + name + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return this;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    TrustFiles remove(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    TrustSurvey survey() {
        return survey(TODAY);
    }

    TrustSurvey survey(Instant at) {
        try {
            return TrustFolder.survey(folder, at);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Why things in the folder are not used, in order. */
    List<TrustFault> faults() {
        return survey().unused().stream().map(TrustSurvey.Unused::fault).toList();
    }

    static String fingerprint(Path certificate) throws IOException {
        return DigestAlgorithm.SHA256
                .digest(Bytes.of(Files.readAllBytes(certificate)))
                .toHex();
    }
}
