package fr.tessere.journal.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Writes each event as an entry of the log, and as one line of JSON: only facts from a closed list, never an address, name or account. */
final class JournalListener implements EventListenerProvider {
    private final KeycloakSession session;
    private final Consumer<String> lines;

    JournalListener(KeycloakSession session, Consumer<String> lines) {
        this.session = session;
        this.lines = lines;
    }

    @Override
    public void onEvent(Event event) {
        orNothing(() -> new EventEntry(session).write(event));
        lines.accept(line(event, realmName(event.getRealmId())));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        orNothing(() -> new EventEntry(session).write(event));
        lines.accept(line(event, realmName(event.getRealmId())));
    }

    /** Keycloak goes on when a listener fails. No act without its entry: the transaction does not end well. */
    private void orNothing(Runnable entry) {
        try {
            entry.run();
        } catch (RuntimeException unwritten) {
            session.getTransactionManager().enlistPrepare(new Undone());
            throw unwritten;
        }
    }

    /** Of an officer's act all our facts; of any other administration only that it happened. */
    static String line(AdminEvent event, String realm) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        String resource = String.valueOf(event.getResourceTypeAsString());
        if (resource.startsWith(OfficerJournal.RESOURCE)) {
            line.put("event", "OFFICER_" + resource.substring(OfficerJournal.RESOURCE.length()));
            line.put("at", event.getTime());
            line.put("realm", realm);
            OfficerJournal.facts(event.getRepresentation()).forEach(line::put);
        } else {
            line.put("event", "ADMIN_" + event.getOperationType());
            line.put("realm", realm);
            line.put("resource", resource);
        }
        return line.toString();
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
        Details.refusal(details).ifPresent(word -> line.put("refusal", word));
        new TreeMap<>(details).forEach((name, value) -> {
            if (Details.ALL.contains(name)) {
                line.put(name.substring("tessere_".length()), value);
            }
        });
        return line.toString();
    }

    private String realmName(String id) {
        RealmModel realm = session.realms().getRealm(id);
        return realm == null ? id : realm.getName();
    }

    @Override
    public void close() {}
}
