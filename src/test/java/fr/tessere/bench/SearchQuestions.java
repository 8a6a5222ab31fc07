package fr.tessere.bench;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What officers search for: each field of the form by itself, and together, over all the time that there is. */
final class SearchQuestions {
    /** What an export takes at most. */
    private static final int EXPORT = 100_000;

    private final Instant end;
    private final Samples samples;
    private final List<Question> questions = new ArrayList<>();

    SearchQuestions(Instant end, Samples samples) {
        this.end = end;
        this.samples = samples;
    }

    List<Question> all() {
        time();
        words();
        digests();
        together();
        export();
        return questions;
    }

    private void time() {
        add("the last week", (turn) -> query(Duration.ofDays(7), end, Map.of()));
        add("the whole year", (turn) -> year(Map.of()));
        add("one day", (turn) -> query(Duration.ofDays(1), end.minus(Duration.ofDays(20L * turn + 3)), Map.of()));
        behind("the next page", Map.of("KIND", "login"));
        behind("the next page, of everything", Map.of());
        behind(
                "the next page: a frequent service and cause",
                Map.of("CLIENT", MadeEntries.service(1), "OUTCOME", MadeEntries.cause(1)));
    }

    /** The page behind an entry somewhere in the year, as an officer comes to it by turning pages. */
    private void behind(String name, Map<String, String> columns) {
        questions.add(new Question(name, (connection, turn) -> {
            SqlSearch search = new SqlSearch(connection, MadeEntries.LOG);
            return search.find(year(columns), samples.evidence(turn)).size();
        }));
    }

    private void words() {
        add("kind: login", (turn) -> year(Map.of("KIND", "login")));
        add("kind: an officer's switch", (turn) -> year(Map.of("KIND", "officer-switch")));
        add("kind: one that is not there", (turn) -> year(Map.of("KIND", "retention-erased")));
        add("service: the most used", (turn) -> year(Map.of("CLIENT", MadeEntries.service(turn))));
        add("service: the least used", (turn) -> year(Map.of("CLIENT", MadeEntries.service(199 - turn))));
        add("service: none has this name", (turn) -> year(Map.of("CLIENT", "service-none")));
        add("outcome: done", (turn) -> year(Map.of("OUTCOME", Entry.DONE)));
        add("cause: the most frequent", (turn) -> year(Map.of("OUTCOME", MadeEntries.cause(turn))));
        add("cause: the rarest", (turn) -> year(Map.of("OUTCOME", MadeEntries.cause(MadeEntries.causes() - 1 - turn))));
        add("cause: never happened", (turn) -> year(Map.of("OUTCOME", "never-happened")));
        add("level: eidas2", (turn) -> year(Map.of("ASSURANCE", "eidas2")));
        add("level: eidas3, one in a thousand", (turn) -> year(Map.of("ASSURANCE", "eidas3")));
        add("country: the most frequent", (turn) -> year(Map.of("COUNTRY", MadeEntries.country(turn))));
        add("country: the rarest", (turn) -> year(Map.of("COUNTRY", MadeEntries.country(29 - turn))));
        add("country: never seen", (turn) -> year(Map.of("COUNTRY", "XX")));
    }

    private void digests() {
        add("digest of a person", (turn) -> year(Map.of("PERSON", samples.token(turn, "person"))));
        add("digest of a document", (turn) -> year(Map.of("DOCUMENT", samples.evidence(turn, "document"))));
        add("session", (turn) -> year(Map.of("SESSION_DIGEST", samples.token(turn, "session"))));
        add(
                "receipt (the `txn` of a token)",
                (turn) -> year(Map.of("ID", samples.tokens(turn).id().text())));
        add("a digest that nobody has", (turn) -> year(Map.of("PERSON", "A".repeat(22))));
    }

    private void together() {
        add(
                "service and cause, both frequent",
                (turn) -> year(Map.of("CLIENT", MadeEntries.service(turn), "OUTCOME", MadeEntries.cause(turn))));
        add(
                "service and cause, both rare",
                (turn) -> year(Map.of(
                        "CLIENT", MadeEntries.service(180), "OUTCOME", MadeEntries.cause(MadeEntries.causes() - 3))));
        add(
                "frequent service, rare cause",
                (turn) -> year(Map.of(
                        "CLIENT", MadeEntries.service(0), "OUTCOME", MadeEntries.cause(MadeEntries.causes() - 3))));
        add(
                "kind and outcome that exclude each other",
                (turn) -> year(Map.of("KIND", "reading-refused", "OUTCOME", Entry.DONE)));
        add(
                "kind and level that exclude each other",
                (turn) -> year(Map.of("KIND", "code-to-token", "ASSURANCE", "eidas2")));
        add(
                "kind and country that exclude each other",
                (turn) -> year(Map.of("KIND", "login", "COUNTRY", MadeEntries.country(turn))));
        add(
                "service, kind, level and country",
                (turn) -> year(Map.of(
                        "CLIENT", MadeEntries.service(3), "KIND", "evidence", "ASSURANCE", "eidas2", "COUNTRY", "SK")));
        add(
                "country and cause: nothing can be found",
                (turn) -> year(Map.of("COUNTRY", "FR", "OUTCOME", MadeEntries.cause(0))));
        add(
                "service and level, in one month",
                (turn) -> query(
                        Duration.ofDays(30),
                        end.minus(Duration.ofDays(10L * turn)),
                        Map.of("CLIENT", MadeEntries.service(150), "ASSURANCE", "eidas3")));
        add(
                "person and service",
                (turn) -> year(Map.of("PERSON", samples.token(turn, "person"), "CLIENT", MadeEntries.service(0))));
    }

    /** Before anything is exported it is counted, as far as it may go. */
    private void export() {
        questions.add(new Question(
                "counted before an export: the year", (connection, turn) -> count(connection, year(Map.of()))));
        questions.add(new Question(
                "counted before an export: a service",
                (connection, turn) -> count(connection, year(Map.of("CLIENT", MadeEntries.service(turn))))));
    }

    private static int count(java.sql.Connection connection, SqlSearch.Query query) {
        return new SqlSearch(connection, MadeEntries.LOG).hasAtMost(EXPORT, query) ? 1 : 0;
    }

    private void add(String name, java.util.function.IntFunction<SqlSearch.Query> query) {
        questions.add(new Question(
                name,
                (connection, turn) -> new SqlSearch(connection, MadeEntries.LOG)
                        .find(query.apply(turn))
                        .size()));
    }

    private SqlSearch.Query year(Map<String, String> columns) {
        return query(Duration.ofDays(366), end, columns);
    }

    private static SqlSearch.Query query(Duration back, Instant to, Map<String, String> columns) {
        return new SqlSearch.Query(to.minus(back), to.plusSeconds(60), columns);
    }
}
