package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlFigures;
import fr.tessere.journal.alert.AlertBook;
import fr.tessere.journal.table.Tables;
import fr.tessere.keycloak.proposal.FourEyes;
import fr.tessere.verification.trust.TrustOverview;
import fr.tessere.verification.trust.TrustState;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** How things go: figures of the log and of what is trusted, for a day, a week or a month. */
final class OverviewPages {
    private static final String PAGE = "overview";
    /** Bars of a chart. */
    private static final int BARS = 15;
    /** Entries that are read where no column says enough. */
    private static final int READ = 1_000;

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 30;

    private final KeycloakSession session;
    private final TrustState trust;
    private final FourEyes eyes;
    private final OfficerFrame frame;
    private final Instant now;
    private final String log;

    OverviewPages(KeycloakSession session, TrustState trust, FourEyes eyes, OfficerFrame frame, Instant now) {
        this.session = session;
        this.trust = trust;
        this.eyes = eyes;
        this.frame = frame;
        this.now = now;
        this.log = session.getContext().getRealm().getId();
    }

    /** A period to look at. */
    private enum Period {
        DAY("day", Duration.ofHours(1), 24, "dd HH'h'"),
        WEEK("week", Duration.ofDays(1), DAYS_OF_WEEK, "yyyy-MM-dd"),
        MONTH("month", Duration.ofDays(1), DAYS_OF_MONTH, "yyyy-MM-dd");

        private final String word;
        private final Duration step;
        private final int steps;
        private final DateTimeFormatter form;

        Period(String word, Duration step, int steps, String form) {
            this.word = word;
            this.step = step;
            this.steps = steps;
            this.form = DateTimeFormatter.ofPattern(form).withZone(ZoneOffset.UTC);
        }

        /** Steps begin at full hours or days. */
        Instant from(Instant now) {
            long length = step.toMillis();
            long begun = now.toEpochMilli() / length * length;
            return Instant.ofEpochMilli(begun - (steps - 1) * length);
        }

        static Period ofWord(String word) {
            for (Period one : values()) {
                if (one.word.equals(word)) {
                    return one;
                }
            }
            return DAY;
        }
    }

    /** The figures of a period. */
    Response show(String asked) {
        Period period = Period.ofWord(asked);
        Instant from = period.from(now);
        Instant to = now.plusSeconds(1);
        Map<String, Object> contents = new HashMap<>();
        contents.put("period", period.word);
        contents.put("from", OfficerPages.time(from));
        contents.put("alerts", new AlertBook(session, log).alerts(true).size());
        contents.put("proposals", eyes.open().size());
        contents.put("trustVersion", trust.current().anchors().version());
        contents.put("trustSince", OfficerPages.time(trust.since()));
        Optional<Instant> made = trust.current().newestList();
        contents.put("trustMade", made.map(OfficerPages::time).orElse(""));
        contents.put("trustAge", made.map(this::days).orElse(0L).toString());
        contents.put(
                "charts",
                new Tables(session).with(connection -> charts(new SqlFigures(connection, log), period, from, to)));
        return frame.page(PAGE, 200, "", "", contents);
    }

    private List<Chart> charts(SqlFigures figures, Period period, Instant from, Instant to) {
        String since = "entries?from=" + from.toString().substring(0, 16) + "&";
        List<Entry> evidence = figures.newest("evidence", from, to, READ);
        List<Entry> readings = figures.newest("reading-verified", from, to, READ);
        return List.of(
                Chart.of("sign-ins", perStep(figures, period, from, to), ""),
                Chart.of(
                        "refusals",
                        figures.byOutcome("reading-refused", from, to, BARS),
                        since + "kind=reading-refused&outcome="),
                Chart.of("levels", figures.byLevel("login", from, to, BARS), since + "kind=login&level="),
                Chart.of("countries", figures.byCountry("evidence", from, to, BARS), since + "kind=evidence&country="),
                Chart.of("protection", counted(evidence, one -> value(one, "proof")), ""),
                Chart.ofValues("latency", latency(readings), " ms"),
                Chart.ofValues("lists", listAges(), ""));
    }

    private Map<String, Long> perStep(SqlFigures figures, Period period, Instant from, Instant to) {
        Map<Long, Long> counts = figures.perStep("login", OfficerDoor.CLIENT, from, to, period.step);
        Map<String, Long> all = new LinkedHashMap<>();
        for (int i = 0; i < period.steps; i++) {
            all.put(period.form.format(from.plus(period.step.multipliedBy(i))), counts.getOrDefault((long) i, 0L));
        }
        return all;
    }

    private static String value(Entry entry, String name) {
        return entry.value(name).orElse("-");
    }

    private static Map<String, Long> counted(List<Entry> entries, Function<Entry, String> by) {
        Map<String, Long> counts = entries.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
        Map<String, Long> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(BARS)
                .forEach(one -> most.put(one.getKey(), one.getValue()));
        return most;
    }

    /** What the server's part of the last step of a reading took. */
    private static Map<String, Long> latency(List<Entry> readings) {
        List<Long> sorted = readings.stream()
                .flatMap(one -> one.value("milliseconds").stream())
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .sorted()
                .toList();
        Map<String, Long> values = new LinkedHashMap<>();
        if (!sorted.isEmpty()) {
            values.put("median", sorted.get((sorted.size() - 1) / 2));
            values.put("p95", sorted.get((sorted.size() - 1) * 95 / 100));
            values.put("slowest", sorted.get(sorted.size() - 1));
        }
        return values;
    }

    /** Days since the newest revocation list of each country, the oldest first. */
    private Map<String, Long> listAges() {
        Map<String, Long> ages = new LinkedHashMap<>();
        TrustOverview.of(trust.current()).countries().stream()
                .filter(country -> !country.lists().isEmpty())
                .forEach(country -> ages.put(
                        country.code(),
                        days(country.lists().get(country.lists().size() - 1).thisUpdate())));
        Map<String, Long> oldest = new LinkedHashMap<>();
        ages.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(BARS)
                .forEach(one -> oldest.put(one.getKey(), one.getValue()));
        return oldest;
    }

    private long days(Instant made) {
        return Math.max(0, Duration.between(made, now).toDays());
    }
}
