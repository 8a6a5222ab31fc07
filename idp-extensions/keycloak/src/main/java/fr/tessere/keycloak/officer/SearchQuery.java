package fr.tessere.keycloak.officer;

import fr.tessere.audit.sql.SqlSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a search form asks for; the last week if it asks for nothing. */
final class SearchQuery {
    private static final Duration WEEK = Duration.ofDays(7);
    /** Between these is any day that somebody means. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    /** Fields of the form to the columns that they look at. */
    private static final Map<String, String> COLUMNS = columns();

    private final UnaryOperator<String> fields;
    private final Instant now;

    /** The value of each field, empty for none. */
    SearchQuery(UnaryOperator<String> fields, Instant now) {
        this.fields = fields;
        this.now = now;
    }

    /** Names of the fields besides {@code from} and {@code to}, in their order. */
    static Set<String> names() {
        return COLUMNS.keySet();
    }

    /** These values as the beginning of a question in an address; what is empty is left out. */
    static String address(Map<String, String> fields) {
        StringBuilder question = new StringBuilder("?");
        Stream.concat(Stream.of("from", "to"), names().stream())
                .filter(name -> !fields.getOrDefault(name, "").isEmpty())
                .forEach(name -> question.append(name)
                        .append('=')
                        .append(URLEncoder.encode(fields.get(name), StandardCharsets.UTF_8))
                        .append('&'));
        return question.toString();
    }

    /** The query; empty if a day or time is none. */
    Optional<SqlSearch.Query> query() {
        Optional<Instant> from = day(fields.apply("from"), now.minus(WEEK), 0);
        Optional<Instant> to = day(fields.apply("to"), now.plusSeconds(1), 1);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMNS.forEach((name, column) -> columns.put(column, fields.apply(name)));
        return Optional.of(new SqlSearch.Query(from.get(), to.get(), columns));
    }

    private static Optional<Instant> day(String text, Instant otherwise, int days) {
        if (text.isEmpty()) {
            return Optional.of(otherwise);
        }
        try {
            Instant at = text.contains("T")
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
            // a year of more digits than people write is no count of milliseconds either
            return Optional.of(at).filter(one -> one.isAfter(FIRST) && one.isBefore(LAST));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("kind", "KIND");
        columns.put("outcome", "OUTCOME");
        columns.put("client", "CLIENT");
        columns.put("level", "ASSURANCE");
        columns.put("country", "COUNTRY");
        columns.put("session", "SESSION_DIGEST");
        columns.put("person", "PERSON");
        columns.put("document", "DOCUMENT");
        columns.put("entry", "ID");
        return columns;
    }
}
