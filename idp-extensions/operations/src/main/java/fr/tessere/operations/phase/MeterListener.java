package fr.tessere.operations.phase;

import fr.tessere.journal.record.Details;
import java.util.Map;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;

/** Counts what our events say, by words from closed lists. */
final class MeterListener implements EventListenerProvider {
    @Override
    public void onEvent(Event event) {
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        String step = details.get(Details.STEP);
        if (event.getType() == EventType.LOGIN_ERROR && step != null && event.getError() != null) {
            Meters.refused(step, event.getError());
        }
        String level = details.get(Details.LEVEL);
        if (event.getType() == EventType.LOGIN && level != null) {
            Meters.signedIn(level, details.getOrDefault(Details.CHANNEL, "none"));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
