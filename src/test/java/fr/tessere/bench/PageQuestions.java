package fr.tessere.bench;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlFigures;
import fr.tessere.audit.sql.SqlLog;
import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.audit.sql.SqlTail;
import fr.tessere.audit.sql.SqlVitals;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the other pages ask: one sign-in, a document over all its days, the overview, proofs; and what runs by itself. */
final class PageQuestions {
    private static final int READ = 1_000;
    private static final int BARS = 15;
    private static final int DAYS = 365;
    private static final int SIGN_INS = 50;

    private final Instant end;
    private final Samples samples;

    PageQuestions(Instant end, Samples samples) {
        this.end = end;
        this.samples = samples;
    }

    List<Question> all() {
        return List.of(
                new Question("one sign-in, from a token", (on, turn) -> around(on, samples.tokens(turn))),
                new Question("one sign-in, from its evidence", (on, turn) -> around(on, samples.evidence(turn))),
                new Question("a document on each day of the year", this::ofDocument),
                new Question("50 sign-ins followed to their tokens", this::followed),
                new Question(
                        "overview of a day", (on, turn) -> overview(on, Duration.ofHours(23), Duration.ofHours(1))),
                new Question("overview of a week", (on, turn) -> overview(on, Duration.ofDays(6), Duration.ofDays(1))),
                new Question(
                        "overview of a month", (on, turn) -> overview(on, Duration.ofDays(29), Duration.ofDays(1))),
                new Question("proof that one entry is in the log", this::included),
                new Question("proof that one head continues another", this::continued),
                new Question("1,000 entries for rules and a SIEM", this::followed1000),
                new Question(
                        "how the logs are, for metrics",
                        (on, turn) -> new SqlVitals(on).logs().size()));
    }

    private static int around(Connection on, Entry entry) {
        return new SqlSearch(on, MadeEntries.LOG).around(entry).size();
    }

    private int ofDocument(Connection on, int turn) {
        List<String> digests = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            digests.add(MadeEntries.document(1_000 + turn, end.minus(Duration.ofDays(day))));
        }
        return new SqlSearch(on, MadeEntries.LOG).ofDocument(digests).size();
    }

    private int followed(Connection on, int turn) {
        int found = 0;
        for (int i = 0; i < SIGN_INS; i++) {
            found += around(on, samples.evidence(turn + i));
        }
        return found;
    }

    private int overview(Connection on, Duration back, Duration step) {
        SqlFigures figures = new SqlFigures(on, MadeEntries.LOG);
        Instant from = end.minus(back);
        return figures.newest("evidence", from, end, READ).size()
                + figures.newest("reading-verified", from, end, READ).size()
                + figures.perStep("login", "tessere-officers", from, end, step).size()
                + figures.byOutcome("reading-refused", from, end, BARS).size()
                + figures.byLevel("login", from, end, BARS).size()
                + figures.byCountry("evidence", from, end, BARS).size();
    }

    private int included(Connection on, int turn) {
        SqlLog log = new SqlLog(on, MadeEntries.LOG);
        SqlLog.Place place = log.place(samples.evidence(turn).id().text()).orElseThrow();
        long size = log.newestHead().orElseThrow().size();
        return log.proofs().inclusion(place.index(), size).path().size();
    }

    private int continued(Connection on, int turn) {
        SqlLog log = new SqlLog(on, MadeEntries.LOG);
        long first = log.heads(turn + 1L, 1).get(0).size();
        long second = log.newestHead().orElseThrow().size();
        return log.proofs().consistency(first, second).path().size();
    }

    private int followed1000(Connection on, int turn) {
        SqlTail tail = new SqlTail(on, MadeEntries.LOG);
        return tail.from(tail.size() / 2 + turn * 1_000L, 1_000).size();
    }
}
