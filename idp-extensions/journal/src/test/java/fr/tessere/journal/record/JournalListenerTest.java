package fr.tessere.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

class JournalListenerTest {

    @Test
    void aLineHoldsFactsFromTheClosedListOnly() {
        Event event = new Event();
        event.setType(EventType.LOGIN);
        event.setTime(1_700_000_000_000L);
        event.setClientId("demo-service");
        event.setIpAddress("192.0.2.7");
        event.setUserId("user-id");
        event.setSessionId("session-id");
        event.setDetails(Map.of(
                Details.PROOF,
                "chip-authentication",
                Details.LEVEL,
                "eidas1",
                "username",
                "ERIKSSON",
                "redirect_uri",
                "https://a.example/?name=ANNA"));

        assertThat(JournalListener.line(event, "tessere"))
                .isEqualTo("{\"event\":\"LOGIN\",\"at\":1700000000000,\"realm\":\"tessere\","
                        + "\"client\":\"demo-service\",\"level\":\"eidas1\",\"proof\":\"chip-authentication\"}");
    }
}
