package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.InvalidEntryException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns that repeat what an entry's text says, so that one can search for it. The text counts. */
public final class Columns {
    /** Columns that one may search by. */
    static final Set<String> SEARCHED = searched();

    /** Names of columns to the lines of an entry that they repeat. */
    public static final Map<String, String> FIELDS = fields();

    private Columns() {}

    /** The names of those that say something else than the text. */
    static List<String> differing(String text, ResultSet row) throws SQLException {
        List<String> differing = new ArrayList<>();
        try {
            Entry entry = Entry.of(text);
            Map<String, @Nullable String> expected = new LinkedHashMap<>();
            expected.put("ID", entry.id().text());
            expected.put("ACT_TIME", Long.toString(entry.at().toEpochMilli()));
            expected.put("KIND", entry.kind());
            expected.put("OUTCOME", entry.outcome());
            FIELDS.forEach(
                    (column, field) -> expected.put(column, entry.value(field).orElse(null)));
            for (Map.Entry<String, @Nullable String> one : expected.entrySet()) {
                if (!Objects.equals(row.getString(one.getKey()), one.getValue())) {
                    differing.add(one.getKey().toLowerCase(java.util.Locale.ROOT));
                }
            }
        } catch (InvalidEntryException unreadable) {
            // its hash will differ, too
        }
        return differing;
    }

    private static Set<String> searched() {
        Set<String> searched = new HashSet<>(fields().keySet());
        searched.addAll(Set.of("ID", "KIND", "OUTCOME"));
        return Set.copyOf(searched);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("CLIENT", "client");
        fields.put("ASSURANCE", "level");
        fields.put("COUNTRY", "country");
        fields.put("PERSON", "person");
        fields.put("DOCUMENT", "document");
        fields.put("SESSION_DIGEST", "session");
        return fields;
    }
}
