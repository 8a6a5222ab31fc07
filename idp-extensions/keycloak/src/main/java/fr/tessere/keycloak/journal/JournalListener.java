package fr.tessere.keycloak.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

/** Writes each event of a realm as one line of JSON: only facts from a closed list, never an address, name or account. */
final class JournalListener implements EventListenerProvider {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RealmProvider realms;
    private final Consumer<String> lines;

    JournalListener(RealmProvider realms, Consumer<String> lines) {
        this.realms = realms;
        this.lines = lines;
    }

    @Override
    public void onEvent(Event event) {
        lines.accept(line(event, realmName(event.getRealmId())));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        lines.accept(line(event, realmName(event.getRealmId())));
    }

    /** Of an officer's act all our facts; of any other administration only that it happened. */
    static String line(AdminEvent event, String realm) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        String resource = String.valueOf(event.getResourceTypeAsString());
        if (resource.startsWith(OfficerJournal.RESOURCE)) {
            line.put("event", "OFFICER_" + resource.substring(OfficerJournal.RESOURCE.length()));
            line.put("at", event.getTime());
            line.put("realm", realm);
            facts(line, event.getRepresentation());
        } else {
            line.put("event", "ADMIN_" + event.getOperationType());
            line.put("realm", realm);
            line.put("resource", resource);
        }
        return line.toString();
    }

    private static void facts(ObjectNode line, String representation) {
        try {
            JsonNode facts = MAPPER.readTree(representation);
            for (String name : List.of("subject", "before", "after", "officer", "reason")) {
                line.put(name, facts.path(name).asText());
            }
        } catch (JsonProcessingException notOurs) {
            line.put("subject", "unreadable");
        }
    }

    static String line(Event event, String realm) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("event", String.valueOf(event.getType()));
        line.put("at", event.getTime());
        line.put("realm", realm);
        if (event.getClientId() != null) {
            line.put("client", event.getClientId());
        }
        if (event.getError() != null) {
            line.put("error", event.getError());
        }
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        new TreeMap<>(details).forEach((name, value) -> {
            if (Details.ALL.contains(name)) {
                line.put(name.substring("tessere_".length()), value);
            }
        });
        return line.toString();
    }

    private String realmName(String id) {
        RealmModel realm = realms.getRealm(id);
        return realm == null ? id : realm.getName();
    }

    @Override
    public void close() {}
}
