package fr.tessere.operations.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.Field;
import java.util.List;

/** An entry as JSON: a fact that an entry has several times is an array. */
public final class EntryJson {
    private EntryJson() {}

    /** The whole entry on one line, without its end. */
    static String line(Entry entry) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", entry.id().text())
                .put("at", entry.at().toString())
                .put("log", entry.log())
                .put("kind", entry.kind())
                .put("outcome", entry.outcome());
        fields(line.putObject("fields"), entry.fields());
        return line.toString();
    }

    /** Facts by their names. */
    public static void fields(ObjectNode object, List<Field> fields) {
        for (Field field : fields) {
            JsonNode before = object.get(field.name());
            if (before == null) {
                object.put(field.name(), field.value());
            } else if (before.isArray()) {
                object.withArray(field.name()).add(field.value());
            } else {
                object.putArray(field.name()).add(before.asText()).add(field.value());
            }
        }
    }
}
