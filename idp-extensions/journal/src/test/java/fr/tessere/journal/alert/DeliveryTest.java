package fr.tessere.journal.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.alert.Alarm;
import fr.tessere.audit.alert.RuleKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An alert on its way")
class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void isTriedTenTimesAndThenGivenUp() {
        DeliveryEntity row = new DeliveryEntity("log", "alert", Channel.WEBHOOK, NOON);
        for (int i = 1; i < 10; i++) {
            row.tried(false, Backoff.STANDARD, NOON);
            assertThat(row.standing()).as("try %d", i).isEqualTo(DeliveryEntity.WAITING);
        }
        row.tried(false, Backoff.STANDARD, NOON);
        assertThat(row.standing()).isEqualTo(DeliveryEntity.GIVEN_UP);
        assertThat(row.tries()).isEqualTo(10);
    }

    @Test
    void isDeliveredOnce() {
        DeliveryEntity row = new DeliveryEntity("log", "alert", Channel.EMAIL, NOON);
        row.tried(false, Backoff.STANDARD, NOON);
        row.tried(true, Backoff.STANDARD, NOON);
        assertThat(row.standing()).isEqualTo(DeliveryEntity.DELIVERED);
    }

    @Test
    void waitsTwiceAsLongEachTime() {
        assertThat(List.of(1, 2, 3, 10).stream().map(Backoff.STANDARD::pause).toList())
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(5_120));
    }

    @Test
    void saysWhatTheLogSaysAndNoMore() {
        Alarm alarm = new Alarm(
                RuleKind.REFUSALS,
                "chip-not-original",
                NOON,
                NOON.plusSeconds(9),
                12,
                Collections.nCopies(12, "entry"));
        String body = WebhookSender.body(new Alert("id", alarm, NOON, "", NOON, ""), "tessere");
        assertThat(body)
                .isEqualTo("{\"form\":1,\"alert\":\"id\",\"realm\":\"tessere\",\"rule\":\"refusals\","
                        + "\"subject\":\"chip-not-original\",\"count\":12,\"first\":\"2026-11-24T12:00:00Z\","
                        + "\"last\":\"2026-11-24T12:00:09Z\",\"raised\":\"2026-11-24T12:00:00Z\",\"entries\":["
                        + String.join(",", Collections.nCopies(10, "\"entry\"")) + "]}");
    }

    @Test
    void anAlertThatGoesOnGrowsAndDoesNotShrink() {
        Alarm first = new Alarm(RuleKind.GUESSES, "p", NOON, NOON.plusSeconds(5), 10, List.of("a"));
        Alarm again = new Alarm(RuleKind.GUESSES, "p", NOON, NOON.plusSeconds(3), 5, List.of("a"));
        Alarm more = new Alarm(RuleKind.GUESSES, "p", NOON.plusSeconds(2), NOON.plusSeconds(60), 20, List.of("b"));
        AlertEntity row = new AlertEntity("id", "log", first, NOON);
        row.grow(again);
        row.grow(more);
        assertThat(row.alert().alarm())
                .isEqualTo(new Alarm(RuleKind.GUESSES, "p", NOON, more.last(), 20, List.of("b")));
        assertThat(row.alert().isOpen()).isTrue();
    }
}
