package fr.tessere.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs in the phase package, behind the assembly. */
@DisplayName("The assembled Keycloak home")
class ServerHomeTest {
    private final Path home = Path.of(System.getProperty("tessere.server", "target/server"));

    @BeforeEach
    void assembled() {
        assumeThat(home.resolve("providers")).as("assembled by mvn package").isDirectory();
    }

    @Test
    void noProviderReplacesAJarOfTheServer() throws IOException {
        Set<String> server = new TreeSet<>();
        for (String folder : Set.of("lib/lib/main", "lib/lib/boot")) {
            // named group.artifact-version.jar
            jars(folder).forEach(jar -> server.add(withoutVersion(jar)));
        }
        Set<String> providers = jars("providers").stream()
                .map(ServerHomeTest::withoutVersion)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(server).hasSizeGreaterThan(200);
        assertThat(providers)
                .noneMatch(jar -> server.stream().anyMatch(own -> own.equals(jar) || own.endsWith("." + jar)));
    }

    @Test
    void holdsOurProvidersAndWhatTheyNeed() throws IOException {
        assertThat(jars("providers").stream().map(ServerHomeTest::withoutVersion))
                .containsExactlyInAnyOrder(
                        "tessere-audit",
                        "tessere-claims",
                        "tessere-release",
                        "tessere-journal",
                        "tessere-operations",
                        "tessere-keycloak",
                        "tessere-citizen",
                        "tessere-counter",
                        "tessere-verification",
                        "tessere-protocol");
    }

    @Test
    void holdsSettingsAndRealm() {
        assertThat(home.resolve("conf/keycloak.conf")).content().contains("tessere--trust-folder");
        assertThat(home.resolve("data/import/tessere-realm.json")).isRegularFile();
    }

    private Set<String> jars(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String withoutVersion(String jar) {
        return jar.replaceFirst("-[0-9][^/]*\\.jar$", "");
    }
}
