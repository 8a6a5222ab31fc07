package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.tessere.browser.Chromium;
import fr.tessere.browser.Walk;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.InstalledReader;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithKeycloak.class)
@DisplayName("The reader as a Debian package")
class InstalledReaderTest {
    private static InstalledReader reader;

    @BeforeAll
    static void install() {
        reader = InstalledReader.installed();
    }

    @AfterAll
    static void nothingIsLeftWhenItIsPurged() throws IOException {
        assertThat(reader.purged()).isEmpty();
    }

    @Test
    void isInstalledAsItWasMade() {
        assertThat(reader.status()).isEqualTo("install ok installed");
        assertThat(reader.changed()).isEmpty();
    }

    @Test
    void asksTheCitizenForNoJava() {
        assertThat(reader.field("Depends")).contains("pcscd").doesNotContain("jdk", "jre", "java");
        assertThat(reader.root().resolve("opt/tessere-reader/runtime/lib/server/libjvm.so"))
                .exists();
    }

    @Test
    void putsNothingWhereOtherPackagesPutThings() throws IOException {
        try (var files = Files.walk(reader.root())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> reader.root().relativize(file).toString())
                            .filter(name -> !name.startsWith("var/lib/dpkg/")))
                    .allMatch(name -> name.startsWith("opt/tessere-reader/") || name.contains("tessere-reader"));
        }
    }

    @Test
    void startsAtTheFirstVisitAndReadsACard(KeycloakServer server, DemoService demo) throws IOException {
        SpecimenDocument document = Specimens.load("french-identity-card");
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess listening = reader.onDemand(server.readerPage(), chip.port());
                Chromium chromium = Chromium.start()) {
            Page page = chromium.person("fr", 1280, true);
            Walk walk = new Walk(page, (name, shown) -> {}).toSignIn(demo);
            assertThat(program(listening)).as("before the first visit").hasFileName("systemd-socket-activate");

            walk.throughTheReaderHere(document.can().orElseThrow());

            assertThat(program(listening)).isEqualTo(reader.root().resolve("opt/tessere-reader/runtime/bin/java"));
            assertThat(page.locator("main").textContent()).contains("eidas1");
        }
    }

    /** In the place of the citizen's browser stands one that only writes down where it was sent. */
    @Test
    void theEntryInTheMenuOpensItsPageInTheBrowser(KeycloakServer server, @TempDir Path folder) throws IOException {
        Path sent = folder.resolve("sent");
        Path browser = folder.resolve("xdg-open");
        Files.writeString(browser, "#!/bin/sh\necho \"$1\" >'" + sent + "'\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(reader.menuCommand());
        command.add("--port=" + server.readerPage());
        Map<String, String> path = Map.of("PATH", folder + ":" + System.getenv("PATH"));

        try (ChildProcess opened = ChildProcess.start(command, path, folder.resolve("menu.log"))) {
            Waiting.until(
                    "the browser is sent there",
                    Duration.ofSeconds(60),
                    () -> Files.readString(sent).endsWith("\n"));

            URI page = URI.create(Files.readString(sent).strip());
            assertThat(page).hasToString("http://127.0.0.1:" + server.readerPage() + "/");
            assertThat(new PlainBrowser("fr").open(page).status()).isEqualTo(200);
            assertThat(opened.isAlive()).isTrue();
        }
    }

    private static Path program(ChildProcess process) throws IOException {
        return Files.readSymbolicLink(
                Path.of("/proc/%d/exe".formatted(process.pids().get(0))));
    }
}
