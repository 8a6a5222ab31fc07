package fr.tessere.tools;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.check.ExportWriter;
import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.LogKey;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.TreeHash;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tessere audit verify")
class AuditCommandTest {
    private static final String LOG = "realm-1";

    @TempDir
    Path folder = Path.of(".");

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void write() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        HeadSigner signer = new HeadSigner(pair.getPrivate(), new LogKey((ECPublicKey) pair.getPublic()));
        StringBuilder export = new StringBuilder();
        ExportWriter writer = ExportWriter.export(LOG, export);
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i < 5; i++) {
            String text = "tessere-entry 1\nnumber " + i + "\nlog " + LOG + "\n";
            Hash leaf = TreeHash.leaf(text.getBytes(StandardCharsets.UTF_8));
            frontier = frontier.append(leaf);
            writer.entry(i, Optional.of(leaf), Optional.of(text));
        }
        StringBuilder heads = new StringBuilder();
        ExportWriter.published(LOG, heads)
                .head(signer.sign(new Head(LOG, 5, frontier.root(), Instant.EPOCH))
                        .jws());
        Files.writeString(file("export"), export);
        Files.writeString(file("heads"), heads);
        Files.writeString(file("key.pem"), signer.key().toPem());
    }

    @Test
    void aLogThatHoldsIsSaidToHold() {
        assertThat(verify(Locale.ENGLISH)).isZero();
        assertThat(said.toString()).contains("The log realm-1 holds", "Entries: 5");
    }

    @Test
    void anEntryThatIsMissingIsNamedWithItsPlace() throws IOException {
        String export = Files.readString(file("export"));
        Files.writeString(file("export"), export.replaceFirst("(entry 3 [0-9a-f]+) \\S+", "$1 -"));

        assertThat(verify(Locale.FRENCH)).isEqualTo(ToolsCommand.REFUSED);
        assertThat(said.toString()).contains("removed", "inscription 3", "ne tient pas");
    }

    @Test
    void aProgramGetsTheSameAsJson() {
        assertThat(verify(Locale.ENGLISH, "--json")).isZero();
        assertThat(said.toString()).contains("\"holds\" : true");
    }

    @Test
    void filesThatAreNoneAreRefused() throws IOException {
        Files.writeString(file("export"), "nonsense\n");
        assertThat(verify(Locale.ENGLISH)).isEqualTo(ToolsCommand.REFUSED);

        Files.writeString(file("key.pem"), "nonsense\n");
        assertThat(verify(Locale.ENGLISH)).isEqualTo(ToolsCommand.WRONG_USE);
    }

    @Test
    void headsThatAreNoneDoNotVouch() throws IOException {
        String heads = Files.readString(file("heads"));
        Files.writeString(file("heads"), heads.substring(0, heads.indexOf('\n') + 1));

        assertThat(verify(Locale.FRENCH)).isEqualTo(ToolsCommand.REFUSED);
        assertThat(said.toString()).contains("no-head", "rien ne répond", "ne tient pas");
    }

    @Test
    @DisplayName("bytes that are no text, and what a terminal would obey, are named by their line and not repeated")
    void whatIsNoTextIsRefusedByItsLine() throws IOException {
        String export = Files.readString(file("export"));
        for (byte[] broken : List.of(
                export.getBytes(StandardCharsets.UTF_16),
                (export + "column 3 \u001b[2J\n").getBytes(StandardCharsets.UTF_8),
                (export + "\u00ff\n").getBytes(StandardCharsets.ISO_8859_1))) {
            said.getBuffer().setLength(0);
            Files.write(file("export"), broken);
            assertThat(verify(Locale.ENGLISH)).isEqualTo(ToolsCommand.REFUSED);
            assertThat(said.toString()).contains("not of its form: line ").doesNotContain("\u001b");
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private int verify(Locale language, String... more) {
        PrintWriter out = new PrintWriter(said, true);
        String[] arguments = new String[8 + more.length];
        String[] fixed = {
            "audit",
            "verify",
            "--export",
            file("export").toString(),
            "--heads",
            file("heads").toString(),
            "--key",
            file("key.pem").toString()
        };
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return ToolsCommand.run(new Surroundings(out, out, Texts.in(language), Clock.systemUTC()), arguments);
    }
}
