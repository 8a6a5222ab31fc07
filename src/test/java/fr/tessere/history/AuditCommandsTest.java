package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.audit.head.HeadSigner;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Postgres;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.TessereCommand;
import fr.tessere.server.WithKeycloak;
import fr.tessere.tools.stamp.SpecimenAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithKeycloak.class)
@DisplayName("tessere audit, as whoever distrusts the server types it")
class AuditCommandsTest {
    private static final int HOLDS = 0;
    private static final int REFUSED = 2;
    private static final int WRONG_USE = 64;

    @TempDir
    Path folder = Path.of(".");

    @Test
    void whatWasKeptInTwoTurnsVouchesForAnExport(KeycloakServer server) throws Exception {
        Path kept = file("kept.txt");
        signIn(server);
        ends(HOLDS, keep(server, kept));
        List<String> first = Files.readAllLines(kept);
        signIn(server);
        ends(HOLDS, keep(server, kept));
        List<String> both = Files.readAllLines(kept);
        takeAway(server);

        assertThat(both.subList(0, first.size())).as("what was kept stays").isEqualTo(first);
        assertThat(both).hasSizeGreaterThan(first.size()).doesNotHaveDuplicates();
        assertThat(both).filteredOn(line -> line.startsWith("head ")).hasSizeGreaterThan(1);
        assertThat(both).filteredOn(line -> line.startsWith("leaves ")).isNotEmpty();
        assertThat(ends(HOLDS, verify("--heads", kept))).contains("holds");
    }

    @Test
    @DisplayName("two that a clock started at once keep what one would have kept")
    void twoAtOnceKeepWhatOneWouldHave(KeycloakServer server) throws Exception {
        Path kept = file("kept.txt");
        signIn(server);
        CompletableFuture<ReaderProgram.Ended> other = CompletableFuture.supplyAsync(() -> keep(server, kept));
        ends(HOLDS, keep(server, kept));
        ends(HOLDS, other.join());
        signIn(server);
        ends(HOLDS, keep(server, kept));
        takeAway(server);

        assertThat(Files.readAllLines(kept)).doesNotHaveDuplicates();
        assertThat(ends(HOLDS, verify("--heads", kept))).contains("holds");
    }

    @Test
    void anEntryThatIsTakenOutOfAnExportIsNamed(KeycloakServer server) throws Exception {
        Path kept = file("kept.txt");
        signIn(server);
        ends(HOLDS, keep(server, kept));
        takeAway(server);
        String export = Files.readString(file("export.txt"));

        Files.writeString(file("export.txt"), export.replaceFirst("(\nentry 3 [0-9a-f]+) \\S+", "$1 -"));
        assertThat(ends(REFUSED, verify("--heads", kept))).contains("removed").contains("3");

        Files.writeString(file("export.txt"), export.replaceFirst("\nentry 3 [^\n]+", ""));
        assertThat(ends(REFUSED, verify("--heads", kept))).contains("entry 3 is expected");
    }

    @Test
    void headsThatAnAuthorityStampedVouchToo(KeycloakServer server) throws Exception {
        Path stamps = file("stamps.txt");
        try (SpecimenAuthority authority = SpecimenAuthority.honest();
                SpecimenAuthority stranger = SpecimenAuthority.honest()) {
            Path certificate = Files.write(file("tsa.pem"), authority.issuerPem());
            Path other = Files.write(file("stranger.pem"), stranger.issuerPem());
            signIn(server);
            takeKey(server);
            ends(HOLDS, stamp(server, authority, certificate, stamps));
            signIn(server);
            ends(HOLDS, stamp(server, authority, certificate, stamps));
            ends(REFUSED, stamp(server, authority, other, stamps));
            takeAway(server);
            String export = Files.readString(file("export.txt"));

            assertThat(Files.readAllLines(stamps)).hasSize(3).last().asString().startsWith("stamp ");
            ends(HOLDS, verify("--stamps", stamps, "--authority-certificate", certificate));
            ends(REFUSED, verify("--stamps", stamps, "--authority-certificate", other));
            Files.writeString(file("export.txt"), export.replaceFirst("(\nentry 3 [0-9a-f]+) \\S+", "$1 -"));
            assertThat(ends(REFUSED, verify("--stamps", stamps, "--authority-certificate", certificate)))
                    .contains("removed");
        }
    }

    @Test
    void anExportPastTheServerIsWhatTheTablesHold() throws Exception {
        Optional<Postgres> started = Postgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        HeadSigner signer = LogTables.signer();
        try (Postgres database = started.orElseThrow();
                LogTables tables =
                        LogTables.made(DriverManager.getConnection(database.address(), "tessere", ""), signer)) {
            tables.grow(0, 20);
            Path kept = Files.writeString(file("kept.txt"), tables.published(true));
            Files.writeString(file("key.pem"), signer.key().toPem());

            ends(HOLDS, export(database, LogTables.LOG));
            assertThat(file("export.txt")).hasContent(tables.export());
            ends(HOLDS, verify("--heads", kept));

            tables.setBack(12);
            ends(HOLDS, export(database, LogTables.LOG));
            assertThat(ends(REFUSED, verify("--heads", kept)))
                    .contains("truncated")
                    .contains("12");

            assertThat(ends(WRONG_USE, export(database, "no-such-log"))).contains(LogTables.LOG);
        }
    }

    private static void signIn(KeycloakServer server) throws Exception {
        new PublicLog(server.issuer()).inclusion(SignedIn.transaction(server));
    }

    private static String log(KeycloakServer server) {
        return server.issuer() + "/tessere/log";
    }

    /** What it said, once it ended so. */
    private static String ends(int exitCode, ReaderProgram.Ended ended) {
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(exitCode);
        return ended.output();
    }

    private ReaderProgram.Ended audit(Object... arguments) {
        return TessereCommand.run(
                folder,
                "",
                Stream.concat(Stream.of("audit"), Stream.of(arguments)).toArray());
    }

    private ReaderProgram.Ended keep(KeycloakServer server, Path kept) {
        return audit("keep", "--log", log(server), "--file", kept);
    }

    private ReaderProgram.Ended stamp(
            KeycloakServer server, SpecimenAuthority authority, Path certificate, Path stamps) {
        return audit(
                "stamp",
                "--log",
                log(server),
                "--key",
                file("key.pem"),
                "--authority",
                authority.address(),
                "--authority-certificate",
                certificate,
                "--file",
                stamps);
    }

    private ReaderProgram.Ended export(Postgres database, String log) {
        return audit(
                "export",
                "--database",
                database.address(),
                "--user",
                "tessere",
                "--log",
                log,
                "--out",
                file("export.txt"));
    }

    private ReaderProgram.Ended verify(Object... vouching) {
        List<Object> arguments =
                new ArrayList<>(List.of("verify", "--export", file("export.txt"), "--key", file("key.pem")));
        arguments.addAll(List.of(vouching));
        return audit(arguments.toArray());
    }

    private void takeKey(KeycloakServer server) throws IOException {
        Files.writeString(
                file("key.pem"), new PublicLog(server.issuer()).open("key.pem").body());
    }

    private void takeAway(KeycloakServer server) throws IOException {
        takeKey(server);
        Files.writeString(
                file("export.txt"), server.staff("auditor").open("log/export").body());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
