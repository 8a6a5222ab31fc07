package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.tessere.browser.Chromium;
import fr.tessere.browser.Walk;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.InstalledReader;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("The reader as a Debian package")
class InstalledReaderTest {
    private static InstalledReader reader;

    @BeforeAll
    static void unpack() {
        reader = InstalledReader.unpacked();
    }

    @Test
    void asksTheCitizenForNoJava() {
        assertThat(reader.field("Depends")).contains("pcscd").doesNotContain("jdk", "jre", "java-runtime");
        assertThat(reader.root().resolve("opt/tessere-reader/runtime/lib/server/libjvm.so"))
                .exists();
    }

    @Test
    void putsNothingWhereOtherPackagesPutThings() throws IOException {
        try (var files = Files.walk(reader.root())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> reader.root().relativize(file).toString()))
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

    private static Path program(ChildProcess process) throws IOException {
        return Files.readSymbolicLink(
                Path.of("/proc/%d/exe".formatted(process.pids().get(0))));
    }
}
