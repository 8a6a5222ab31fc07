package fr.tessere.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import fr.tessere.audit.sql.SqlFigures;
import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.server.Postgres;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a search finds in H2 and in PostgreSQL is what the entries say")
class SearchTest {
    private static final int ENTRIES = 4_000;
    private static final Instant END = Instant.parse("2026-11-26T01:00:00Z");
    private static final Instant BEGIN = END.minus(Duration.ofDays(365));

    @Test
    void inH2() throws Exception {
        String address = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        agrees(() -> DriverManager.getConnection(address));
    }

    @Test
    void inPostgres() throws Exception {
        Optional<Postgres> started = Postgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        try (Postgres postgres = started.orElseThrow()) {
            agrees(() -> DriverManager.getConnection(postgres.address(), "tessere", ""));
        }
    }

    private static void agrees(MadeLog.Doors doors) throws Exception {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new MadeLog(doors, LogBench.signer(), silent).make(ENTRIES, END);
        List<Entry> all = made();
        try (Connection connection = doors.open()) {
            SqlSearch search = new SqlSearch(connection, MadeEntries.LOG);
            finds(search, all, Map.of("KIND", "login"), one -> one.kind().equals("login"));
            finds(
                    search,
                    all,
                    Map.of("OUTCOME", MadeEntries.cause(0)),
                    one -> one.outcome().equals(MadeEntries.cause(0)));
            for (Map.Entry<String, String> field : Map.of(
                            "CLIENT", "client", "ASSURANCE", "level", "COUNTRY", "country")
                    .entrySet()) {
                for (String value : List.of(MadeEntries.service(3), "eidas3", "BE", "none")) {
                    finds(search, all, Map.of(field.getKey(), value), has(field.getValue(), value));
                }
            }
            finds(
                    search,
                    all,
                    Map.of("KIND", "evidence", "COUNTRY", "FR", "CLIENT", MadeEntries.service(0)),
                    has("client", MadeEntries.service(0)).and(has("country", "FR")));
            counts(new SqlFigures(connection, MadeEntries.LOG), all);
            turnsPages(doors, search, all);
            readsADocument(doors, search);
            takesTheLongest(doors, search);
        }
    }

    private static void finds(
            SqlSearch search, List<Entry> all, Map<String, String> columns, Predicate<Entry> expected) {
        List<Instant> times = all.stream()
                .filter(expected)
                .map(Entry::at)
                .sorted(java.util.Comparator.reverseOrder())
                .limit(SqlSearch.MOST)
                .toList();
        List<Entry> found = search.find(new SqlSearch.Query(BEGIN, END.plusSeconds(60), columns));

        assertThat(found.stream().map(Entry::at)).as(columns.toString()).containsExactlyElementsOf(times);
        assertThat(found).as(columns.toString()).allMatch(expected);
    }

    /** Every entry on one page, in one order, also where more than a page happened in the same millisecond. */
    private static void turnsPages(MadeLog.Doors doors, SqlSearch search, List<Entry> all) throws Exception {
        Instant crowded = END.minusSeconds(3_600);
        int crowd = 2 * SqlSearch.MOST + 7;
        EntryRows.insert(
                doors.open(),
                IntStream.range(0, crowd)
                        .mapToObj(i -> new Entry(
                                new EntryId("crowd%05d".formatted(i) + "A".repeat(12)),
                                crowded,
                                MadeEntries.LOG,
                                "login",
                                "crowded",
                                List.of()))
                        .toList());
        assertThat(ids(pages(search, Map.of("OUTCOME", "crowded"))))
                .hasSize(crowd)
                .doesNotHaveDuplicates();
        List<Entry> logins = pages(search, Map.of("KIND", "login"));
        assertThat(ids(logins))
                .doesNotHaveDuplicates()
                .hasSize(crowd
                        + (int) all.stream()
                                .filter(one -> one.kind().equals("login"))
                                .count());
        assertThat(logins)
                .isSortedAccordingTo(java.util.Comparator.comparing(Entry::at).reversed());
    }

    private static List<Entry> pages(SqlSearch search, Map<String, String> columns) {
        SqlSearch.Query query = new SqlSearch.Query(BEGIN, END.plusSeconds(60), columns);
        List<Entry> found = new ArrayList<>(search.find(query));
        for (int page = found.size(); page == SqlSearch.MOST; ) {
            List<Entry> next = search.find(query, found.get(found.size() - 1));
            found.addAll(next);
            page = next.size();
        }
        return found;
    }

    /** All that a document did, and where that is too much, the newest: never an older entry in the place of a newer. */
    private static void readsADocument(MadeLog.Doors doors, SqlSearch search) throws Exception {
        List<String> days = IntStream.range(0, 250)
                .mapToObj("digest-of-day-%03d"::formatted)
                .toList();
        for (int each : List.of(2, 11)) {
            EntryRows.insert(
                    doors.open(),
                    IntStream.range(0, each * days.size())
                            .mapToObj(i -> new Entry(
                                    new EntryId("doc%02d%05d".formatted(each, i) + "A".repeat(12)),
                                    BEGIN.plus(Duration.ofHours(i)),
                                    MadeEntries.LOG,
                                    "evidence",
                                    "done",
                                    List.of(new Field("document", each + days.get(i / each)))))
                            .toList());
            List<Entry> found =
                    search.ofDocument(days.stream().map(day -> each + day).toList());
            int last = each * days.size() - 1;
            assertThat(found)
                    .hasSize(Math.min(last + 1, SqlSearch.MOST_OF_DOCUMENT))
                    .isSortedAccordingTo(
                            java.util.Comparator.comparing(Entry::at).reversed());
            assertThat(found.get(0).at()).isEqualTo(BEGIN.plus(Duration.ofHours(last)));
            assertThat(ids(found)).doesNotHaveDuplicates();
        }
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(one -> one.id().text()).toList();
    }

    private static void counts(SqlFigures figures, List<Entry> all) {
        Map<String, Long> countries = all.stream()
                .filter(one -> one.kind().equals("evidence"))
                .collect(Collectors.groupingBy(one -> one.value("country").orElseThrow(), Collectors.counting()));
        assertThat(figures.byCountry("evidence", BEGIN, END.plusSeconds(60), 100))
                .containsExactlyInAnyOrderEntriesOf(countries);
    }

    /** No index is in the way of an act, whatever a stranger called his service: keys of PostgreSQL have 2,704 bytes. */
    private static void takesTheLongest(MadeLog.Doors doors, SqlSearch search) throws Exception {
        StringBuilder longest = new StringBuilder();
        java.util.SplittableRandom chance = new java.util.SplittableRandom(1);
        while (longest.length() < Field.LENGTH) {
            longest.append((char) (0x4E00 + chance.nextInt(0x5000)));
        }
        Entry entry = new Entry(
                new EntryId("longest" + "A".repeat(15)),
                END,
                MadeEntries.LOG,
                "login",
                "client_not_found",
                List.of(Field.ofForeign("client", longest.toString())));
        EntryRows.insert(doors.open(), List.of(entry));
        assertThat(search.find(new SqlSearch.Query(BEGIN, END.plusSeconds(60), Map.of("CLIENT", longest.toString()))))
                .containsExactly(entry);
    }

    private static List<Entry> made() {
        List<Entry> all = new ArrayList<>();
        MadeEntries made = MadeEntries.until(END, ENTRIES);
        for (long number = 1; all.size() < ENTRIES; number++) {
            made.signIn(number, all::add);
        }
        all.removeIf(one -> !one.at().isBefore(END.plusSeconds(60)));
        return all;
    }

    private static Predicate<Entry> has(String name, String value) {
        return entry -> entry.value(name).filter(value::equals).isPresent();
    }
}
