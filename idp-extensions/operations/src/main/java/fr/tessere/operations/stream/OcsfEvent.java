package fr.tessere.operations.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.Field;
import fr.tessere.operations.export.EntryJson;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An entry as an event of the Open Cybersecurity Schema Framework, version 1.6: Authentication (3002) or Entity Management (3004). */
final class OcsfEvent {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String VERSION = "1.6.0";
    private static final int IDENTITY_AND_ACCESS = 3;
    private static final int AUTHENTICATION = 3002;
    private static final int ENTITY_MANAGEMENT = 3004;
    private static final int OTHER = 99;
    private static final int HIGH = 4;
    private static final int CRITICAL = 5;
    /** Fields that have a place of their own in the event. */
    private static final Set<String> PLACED = Set.of("client", "person", "session");

    private static final Map<String, Integer> LOGON = Map.of("login", 1, "logout", 2);
    private static final Map<String, Integer> MANAGEMENT =
            Map.of("admin-create", 1, "admin-update", 3, "admin-delete", 4);

    /** A rule was met: nobody's act, and somebody has to look. */
    private static final String ALERT = "alert";

    /** How kinds begin that are not acts of people who sign in. */
    private static final List<String> STAFF =
            List.of("officer-", "admin-", "retention-", "configuration", "trust", ALERT);

    private final Entry entry;
    private final long place;

    OcsfEvent(Entry entry, long place) {
        this.entry = entry;
        this.place = place;
    }

    /** An entry that is not in the table any more, or cannot be read: as bad as it gets. */
    static String missing(String log, long place, long at) {
        ObjectNode event = head(ENTITY_MANAGEMENT, OTHER, "log-fault", CRITICAL);
        event.put("time", at).put("status_id", 2).put("status_code", "entry-missing");
        event.putObject("entity").put("type", "log entry").put("uid", Long.toString(place));
        metadata(event, log, place);
        return write(event);
    }

    /** The event as JSON on one line, ASCII. */
    String json() {
        boolean staff = isStaff();
        int activity = (staff ? MANAGEMENT : LOGON).getOrDefault(entry.kind(), OTHER);
        ObjectNode event = head(staff ? ENTITY_MANAGEMENT : AUTHENTICATION, activity, entry.kind(), severity());
        event.put("time", entry.at().toEpochMilli());
        event.put("status_id", isDone() ? 1 : 2).put("status_code", entry.outcome());
        people(event, staff);
        entry.value("client").ifPresent(client -> event.putObject("service").put("name", client));
        entry.value("session").ifPresent(session -> event.putObject("session").put("uid", session));
        metadata(event, entry.log(), place).put("uid", entry.id().text()).put("event_code", entry.kind());
        EntryJson.fields(
                event.putObject("unmapped"),
                entry.fields().stream().filter(OcsfEvent::hasNoPlace).toList());
        return write(event);
    }

    /** Whoever did it is a keyed digest; {@code type_id} 0 says that we do not tell. */
    private void people(ObjectNode event, boolean staff) {
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("type_id", 0);
        entry.value("person").ifPresent(person -> user.put("uid", person));
        if (staff) {
            event.putObject("actor").set("user", user);
            event.putObject("entity")
                    .put("type", entry.value("resource").orElse(entry.kind()))
                    .put("name", entry.value("subject").orElse("-"));
        } else {
            event.set("user", user);
        }
    }

    private static ObjectNode head(int type, int activity, String name, int severity) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("category_uid", IDENTITY_AND_ACCESS)
                .put("class_uid", type)
                .put("activity_id", activity)
                .put("activity_name", name)
                .put("type_uid", type * 100 + activity)
                .put("severity_id", severity);
    }

    private static ObjectNode metadata(ObjectNode event, String log, long place) {
        ObjectNode metadata = event.putObject("metadata").put("version", VERSION);
        metadata.putObject("product").put("name", "Tessère").put("vendor_name", "Tessère");
        return metadata.put("log_name", log).put("sequence", place);
    }

    boolean isStaff() {
        return STAFF.stream().anyMatch(entry.kind()::startsWith);
    }

    boolean isDone() {
        return entry.outcome().equals(Entry.DONE);
    }

    /** True if it says that a rule was met. */
    boolean isAlert() {
        return entry.kind().equals(ALERT);
    }

    /** 1 informational, 2 low, 3 medium, 4 high. */
    private int severity() {
        if (isAlert()) {
            return HIGH;
        }
        if (!isDone()) {
            return 3;
        }
        return isStaff() ? 2 : 1;
    }

    private static boolean hasNoPlace(Field field) {
        return !PLACED.contains(field.name());
    }

    private static String write(ObjectNode event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers", impossible);
        }
    }
}
