package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A SIEM hears of each act by syslog over TLS")
class SiemTest {
    /** Four tries further apart each time, on a machine that many share. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void whatHappensWhileItIsAwayReachesItWhenItComesBack(KeycloakServer server) throws Exception {
        String before = SignedIn.transaction(server);
        awaits(server, before);
        server.siem().goAway();
        String meanwhile;
        try {
            meanwhile = SignedIn.transaction(server);
            new PublicLog(server.issuer()).inclusion(meanwhile);
            assertThat(server.siem().text()).doesNotContain(meanwhile);
            Waiting.until(
                    "it is named why",
                    PATIENCE,
                    () -> server.metrics().contains("tessere_stream_fault{fault=\"collector-away\"} 1.0"));
        } finally {
            server.siem().comeBack();
        }
        awaits(server, meanwhile);
        Waiting.until(
                "it is over",
                PATIENCE,
                () -> server.metrics().contains("tessere_stream_fault{fault=\"collector-away\"} 0.0"));
        String text = server.siem().text();
        assertThat(text)
                .containsPattern(Pattern.compile("[0-9]+ <110>1 [0-9T:.-]+Z \\S+ tessere - code-to-token - \\{"))
                .doesNotContainIgnoringCase(Specimens.load("french-identity-card")
                        .mrz()
                        .information()
                        .characters()
                        .substring(0, 9));
        // a message of the configuration names the machines that the server calls, here all on this one
        assertThat(text.split("<110>1 "))
                .filteredOn(message -> !message.contains(" tessere - configuration - "))
                .noneMatch(message -> message.contains("127.0.0.1"));
    }

    private static void awaits(KeycloakServer server, String transaction) {
        Waiting.until(
                "the entry is at the SIEM",
                PATIENCE,
                () -> server.siem().text().contains("\"uid\":\"" + transaction + "\""));
    }
}
