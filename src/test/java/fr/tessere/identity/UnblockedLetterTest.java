package fr.tessere.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A document that is blocked, and one that opens the account again")
class UnblockedLetterTest {
    @Test
    void isToldToTheConfirmedAddress(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        PlainBrowser browser = citizen.inSession();
        citizen.confirmed(browser, "unblocked@example.org");

        citizen.send(browser, "documents/block", Map.of());
        assertThat(server.postBox("unblocked@example.org").text())
                .contains("One of your documents was blocked", "your personal code unblocks it")
                .doesNotContain("compared");

        citizen.send(browser, "documents/unblock", Map.of("code", FirstUse.CODE));

        assertThat(server.postBox("unblocked@example.org").text())
                .contains("A document that you had blocked was unblocked with your personal code.");
    }
}
