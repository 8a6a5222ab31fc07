package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Answer;
import fr.tessere.server.Folders;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Postgres;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.TwoNodes;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.Wire;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Two nodes with one PostgreSQL are one provider")
class TwoNodesTest {
    private static final String CARD = "french-identity-card";

    private @Nullable Postgres database;
    private @Nullable TwoNodes cluster;

    @BeforeAll
    void start() {
        Optional<Postgres> started = Postgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        database = started.orElseThrow();
        cluster = TwoNodes.start(database);
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void aReadingOpenedAtOneNodeIsFinishedAtTheOther() throws Exception {
        TwoNodes nodes = nodes();
        Visitor visitor = arrive(0);
        URI reading = visitor.readingHere();
        Wire first = new Wire(reading);
        Wire second = new Wire(nodes.at(1, reading));
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(CARD))) {
            assertThat(first.open().status()).isEqualTo(200);
            card.channel().reset();
            OpenedChip chip = card.open(card.channel());
            Answer script = second.chip(chip.readFiles(Set.of(FileId.DG1)));
            assertThat(script.type()).isEqualTo("script");
            Answer done = first.proof(chip.play(script.script()));
            assertThat(done.type()).isEqualTo("done");

            URI back = URI.create(done.json().path("returnAddress").asText());
            assertThat(visitor.returnTo(nodes.at(1, back).toString()).page().redirectParameters())
                    .containsKey("code");
        }
    }

    @Test
    void whatWasSpentAtOneNodeIsSpentAtTheOther() throws Exception {
        Visitor visitor = arrive(0);
        new Wire(visitor.readingHere()).open();

        assertThat(new Wire(nodes().at(1, visitor.readingHere())).open().code()).isEqualTo(RefusalCode.READING_OPENED);
    }

    @Test
    void aSwitchSetAtOneNodeRefusesAtTheOtherWithinSeconds() throws Exception {
        Map<String, String> form = Map.of("kind", "country", "value", "FRA", "reason", "set at the first node");
        assertThat(read(1).status()).isEqualTo(200);

        assertThat(nodes().officer(0).send("switches/set", form).status()).isEqualTo(200);
        awaitAtTheOther(RefusalCode.COUNTRY_SWITCHED_OFF);
        assertThat(nodes().officer(1).open("switches").body()).contains("set at the first node");

        nodes().officer(1).send("switches/lift", form);
        Waiting.until(
                "accepted at both", Duration.ofSeconds(20), () -> read(0).status() == 200 && read(1).status() == 200);
    }

    @Test
    void aReportAtOneNodeRefusesAtTheOther() throws Exception {
        String number = Specimens.load(CARD).mrz().text().substring(5, 14).replace("<", "");
        Map<String, String> form = Map.of(
                "state",
                "FRA",
                "type",
                "ID",
                "number",
                number,
                "status",
                "stolen",
                "reason",
                "reported at the first node");

        nodes().officer(0).send("documents/report", form);
        assertThat(read(1).code()).isEqualTo(RefusalCode.DOCUMENT_STOLEN);
        nodes().officer(1).send("documents/lift", form);
        assertThat(read(0).status()).isEqualTo(200);
    }

    @Test
    void aRevocationListInTheTrustFolderRefusesAtBoth() throws Exception {
        SpecimenAuthority authority = Specimens.authority();
        Path list = Folders.target().resolve("cluster-trust/specimen/revoking.crl");
        Bytes revoking = CrlWriter.of(authority.currentCountrySigner(), Period.ofDays("2026-01-01", "2045-12-31"))
                .revoking(authority.signer("ecdsa-p256"))
                .write();
        try {
            Files.write(list, revoking.toArray());
            for (int node = 0; node < 2; node++) {
                int one = node;
                Waiting.until(
                        "refused at node " + one,
                        Duration.ofSeconds(60),
                        () -> read(one).code() == RefusalCode.SIGNER_REVOKED);
            }
        } finally {
            Files.deleteIfExists(list);
        }
        Waiting.until(
                "accepted at both", Duration.ofSeconds(60), () -> read(0).status() == 200 && read(1).status() == 200);
    }

    private void awaitAtTheOther(RefusalCode code) {
        Waiting.until("refused at the other node", Duration.ofSeconds(20), () -> read(1).code() == code);
    }

    private Answer read(int node) throws Exception {
        return Played.honestly(arrive(node).readingHere(), Specimens.load(CARD)).last();
    }

    private Visitor arrive(int node) {
        return Visitor.arrive(new PlainBrowser("en"), nodes().service(node).begin("eidas1"));
    }

    private TwoNodes nodes() {
        if (cluster == null) {
            throw new AssertionError("not started");
        }
        return cluster;
    }
}
