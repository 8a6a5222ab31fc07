package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.NewDocument;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.document.SpecimenDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two browsers use a new document for the first time, each at a node of its own. */
abstract class FirstUsesAtTwoNodes extends LogAtTwoNodes {
    private static final List<String> CODES = List.of(FirstUse.CODE, "583106");
    private static final String ACCOUNTS = "SELECT COUNT(*) FROM TESSERE_CITIZEN";
    private static final String WAIT =
            "SELECT COUNT(*) FROM PG_LOCKS WHERE NOT GRANTED AND RELATION = 'tessere_citizen_document'::REGCLASS";

    @Test
    void whatIsUsedFirstInTwoBrowsersAtOneMomentOpensOneAccount() throws Exception {
        SpecimenDocument document = NewDocument.like("residence-permit");
        List<Visitor> visitors = List.of(beforeTheCode(0, document), beforeTheCode(1, document));
        try (Rows rows = Rows.of(database())) {
            int before = Integer.parseInt(rows.value(ACCOUNTS));

            chooseAtOneMoment(rows, visitors);

            int first = FirstUse.shows(visitors.get(0).page(), "type-code") ? 1 : 0;
            Visitor other = visitors.get(1 - first);
            assertThat(FirstUse.shows(other.page(), "type-code"))
                    .as("whose browser came second is asked for the code: %s", other.page())
                    .isTrue();
            other.send(Map.of("step", "code", "code", CODES.get(1 - first)));
            assertThat(other.page().body()).as("what was chosen there").contains("code-wrong");
            other.send(Map.of("step", "code", "code", CODES.get(first)));
            assertThat(visitors)
                    .allSatisfy(
                            one -> assertThat(one.page().redirectParameters()).containsKey("code"));
            assertThat(Integer.parseInt(rows.value(ACCOUNTS))).isEqualTo(before + 1);
        }
    }

    /** Both have seen that the document opens no account, and stand before its table, until the second is there. */
    private void chooseAtOneMoment(Rows rows, List<Visitor> visitors) throws Exception {
        try (Rows barrier = Rows.of(database())) {
            barrier.change("BEGIN");
            barrier.change("LOCK TABLE TESSERE_CITIZEN_DOCUMENT IN SHARE MODE");
            CompletableFuture<?>[] answers = new CompletableFuture<?>[2];
            for (int i = 0; i < answers.length; i++) {
                Visitor visitor = visitors.get(i);
                String code = CODES.get(i);
                answers[i] = CompletableFuture.runAsync(
                        () -> visitor.send(Map.of("step", "choose", "code", code, "again", code)));
            }
            Waiting.until(
                    "both wait", Duration.ofSeconds(20), () -> rows.value(WAIT).equals("2"));
            barrier.change("COMMIT");
            CompletableFuture.allOf(answers).get(30, TimeUnit.SECONDS);
        }
    }

    private Visitor beforeTheCode(int node, SpecimenDocument document) throws ReadingException {
        Visitor visitor =
                Visitor.arrive(new PlainBrowser("en"), nodes().service(node).begin("eidas2"));
        String back = Played.honestly(visitor.readingHere(), document)
                .last()
                .json()
                .path("returnAddress")
                .asText();
        visitor.comeBack(back).send(Map.of("step", "agree"));
        assertThat(FirstUse.shows(visitor.page(), "choose-code")).isTrue();
        return visitor;
    }
}
