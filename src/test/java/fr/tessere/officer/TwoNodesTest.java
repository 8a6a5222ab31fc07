package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Answer;
import fr.tessere.server.FirstUse;
import fr.tessere.server.Folders;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Officers;
import fr.tessere.server.PersonalTraces;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.TwoNodes;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.Wire;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two nodes with one PostgreSQL are one provider")
class TwoNodesTest extends FirstUsesAtTwoNodes {
    private static final String CARD = "french-identity-card";
    private static final int LONG = 7;

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
    void aReadingSurvivesTheNodeThatTookIt() throws Exception {
        Visitor visitor = arrive(0);
        Played played = Played.honestly(visitor.readingHere(), Specimens.load(CARD));
        URI back = URI.create(played.last().json().path("returnAddress").asText());
        nodes().kill(0);
        try {
            assertThat(visitor.returnTo(nodes().at(1, back).toString()).page().redirectParameters())
                    .containsKey("code");
        } finally {
            nodes().startAgain(0);
        }
    }

    @Test
    void noTableHoldsNumberNameOrZoneOfWhoSignedIn() throws Exception {
        SpecimenDocument card = Specimens.load(CARD);
        signedIn(card);
        signedIn(card);

        try (Rows rows = Rows.of(database())) {
            List<String> everything = rows.everything();

            assertThat(everything)
                    .as("tables that were filled")
                    .anyMatch(value -> value.startsWith("tessere_citizen: "))
                    .anyMatch(value -> value.startsWith("tessere_citizen_document: "))
                    .anyMatch(value -> value.startsWith("user_entity: "))
                    .anyMatch(value -> value.startsWith("credential: tessere-code"))
                    .anyMatch(value -> value.startsWith("event_entity: LOGIN"))
                    .anyMatch(value -> value.startsWith("client: town-hall"));
            assertThat(everything.stream()
                            .filter(value -> tells(value, card))
                            .map(value -> value.substring(0, value.indexOf(':'))))
                    .as("tables with a trace of the person")
                    .isEmpty();
            assertThat(tells("a control: " + card.mrz().lines().get(0), card)).isTrue();
        }
    }

    /** What is shorter stands in a time or a random name by chance. */
    private static boolean tells(String value, SpecimenDocument card) {
        return PersonalTraces.in(value, card).stream().anyMatch(trace -> trace.length() >= LONG);
    }

    @Test
    void whatWasSpentAtOneNodeIsSpentAtTheOther() throws Exception {
        Visitor visitor = arrive(0);
        new Wire(visitor.readingHere()).open();

        assertThat(new Wire(nodes().at(1, visitor.readingHere())).open().code()).isEqualTo(RefusalCode.READING_OPENED);
    }

    @Test
    void whatIsOverIsForgottenThoughThePersonNeverComesBack() throws Exception {
        long now = System.currentTimeMillis();
        try (Rows rows = Rows.of(database())) {
            rows.change(
                    "INSERT INTO TESSERE_EMAIL_PROOF (ACCOUNT_ID, REALM_ID, ADDRESS, TOKEN, EXPIRES) VALUES ('somebody', 'realm', 'a@example', 'token', ?)",
                    now - 1);
            remember(rows, "older", now - Duration.ofDays(367).toMillis());
            remember(rows, "younger", now - Duration.ofDays(365).toMillis());

            Waiting.until(
                    "what is older is gone",
                    Duration.ofMinutes(2),
                    () -> rows.value("SELECT COUNT(*) FROM TESSERE_CITIZEN_HISTORY WHERE ID = 'older'")
                            .equals("0"));
            assertThat(rows.value("SELECT COUNT(*) FROM TESSERE_EMAIL_PROOF WHERE ACCOUNT_ID = 'somebody'"))
                    .isEqualTo("0");
            assertThat(rows.value("SELECT ID FROM TESSERE_CITIZEN_HISTORY WHERE ID = 'younger'"))
                    .isEqualTo("younger");
        }
    }

    private static void remember(Rows rows, String id, long at) throws SQLException {
        rows.change(
                "INSERT INTO TESSERE_CITIZEN_HISTORY (ID, ACCOUNT_ID, SIGNED_IN, CLIENT_ID) VALUES (?, 'somebody', ?, 'town-hall')",
                id,
                at);
    }

    @Test
    void aSwitchSetAtOneNodeRefusesAtTheOtherWithinSeconds() throws Exception {
        Map<String, String> form = Map.of("kind", "country", "value", "FRA", "reason", "set at the first node");
        // their documents are of this country, too: whoever is in before goes on
        Officers officers = nodes().officers();
        assertThat(read(1).status()).isEqualTo(200);

        assertThat(officers.agree("switches/set", form).status()).isEqualTo(200);
        awaitAtTheOther(RefusalCode.COUNTRY_SWITCHED_OFF);
        assertThat(officers.second().open("switches").body()).contains("set at the first node");

        officers.agree("switches/lift", form);
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

        nodes().officers().agree("documents/report", form);
        assertThat(read(1).code()).isEqualTo(RefusalCode.DOCUMENT_STOLEN);
        nodes().officers().agree("documents/lift", form);
        assertThat(read(0).status()).isEqualTo(200);
    }

    @Test
    void aRevocationListInTheTrustFolderRefusesAtBoth() throws Exception {
        SpecimenAuthority authority = Specimens.authority();
        Path list = nodes().trustFolder().resolve("specimen/revoking.crl");
        Bytes revoking = CrlWriter.of(authority.currentCountrySigner(), Period.ofDays("2026-01-01", "2045-12-31"))
                .revoking(authority.signer("ecdsa-p256"))
                .write();
        try {
            Folders.put(list, revoking.toArray());
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

    @Test
    void codesGuessedAtBothAtOnceAreCountedForTheAccountAndForNoOther() throws Exception {
        SpecimenDocument victims = NewDocument.like("residence-permit");
        SpecimenDocument others = NewDocument.like("identity-card-td2");
        signedIn(victims);
        signedIn(others);
        List<Visitor> guessers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            guessers.add(hasRead(i % 2, victims));
        }

        List<String> answers = guessers.parallelStream()
                .map(guesser -> guesser.send(code("70519" + guessers.indexOf(guesser)))
                        .page()
                        .body())
                .toList();

        assertThat(answers.stream().filter(page -> page.contains(">code-wrong<")))
                .as("tries without a delay behind them")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(answers).anyMatch(page -> page.contains("code-delayed"));
        for (int node = 0; node < 2; node++) {
            assertThat(hasRead(node, victims).send(code(FirstUse.CODE)).page().redirectParameters())
                    .as("the right code, at node " + node)
                    .doesNotContainKey("code");
            assertThat(hasRead(node, others).send(code(FirstUse.CODE)).page().redirectParameters())
                    .as("somebody else, at node " + node)
                    .containsKey("code");
        }
    }

    private void signedIn(SpecimenDocument card) throws Exception {
        Visitor visitor = hasRead(0, card);
        assertThat(FirstUse.through(visitor.browser(), visitor.page()).redirectParameters())
                .containsKey("code");
    }

    /** Asked for the second level at this node; stands behind the reading. */
    private Visitor hasRead(int node, SpecimenDocument card) throws Exception {
        Visitor visitor =
                Visitor.arrive(new PlainBrowser("en"), nodes().service(node).begin("eidas2"));
        return visitor.comeBack(Played.honestly(visitor.readingHere(), card)
                .last()
                .json()
                .path("returnAddress")
                .asText());
    }

    private static Map<String, String> code(String digits) {
        return Map.of("step", "code", "code", digits);
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
}
