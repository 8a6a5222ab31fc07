package fr.tessere.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Told;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("An e-mail address that is given, or another one, under “My identity”")
class AddressTest {
    @Test
    void countsOnceItIsConfirmedAndTheOneBeforeIsTold(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        PlainBrowser browser = citizen.inSession();
        assertThat(now(citizen, browser)).isEqualTo("You have given none.");

        new Told(server).by("code-wrong", () -> give(citizen, browser, "first@example.org", "918273"));
        new Told(server).by("email-malformed", () -> give(citizen, browser, "first", FirstUse.CODE));
        assertThat(give(citizen, browser, "first@example.org", FirstUse.CODE).body())
                .contains("A message is on its way.", "first@example.org waits to be confirmed");
        assertThat(now(citizen, browser)).as("not confirmed").isEqualTo("You have given none.");
        confirm(server.postBox("first@example.org").link().orElseThrow());
        assertThat(now(citizen, browser)).isEqualTo("Your address: first@example.org.");

        // one message of a kind a minute
        assertThat(give(citizen, browser, "second@example.org", FirstUse.CODE).body())
                .containsAnyOf("mail-too-soon", "second@example.org waits");
    }

    @Test
    void isToldToTheAddressThatWasThereBefore(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        PlainBrowser browser = citizen.inSession();
        citizen.confirmed(browser, "before@example.org");

        give(citizen, browser, "after@example.org", FirstUse.CODE);

        assertThat(server.postBox("before@example.org").text())
                .contains("Another e-mail address was given for your digital identity");
        confirm(server.postBox("after@example.org").link().orElseThrow());
        assertThat(now(citizen, browser)).isEqualTo("Your address: after@example.org.");
    }

    private static Page give(CitizenAtCounter citizen, PlainBrowser browser, String address, String code) {
        return citizen.send(browser, "address", Map.of("email", address, "code", code));
    }

    private static String now(CitizenAtCounter citizen, PlainBrowser browser) {
        return citizen.identity(browser).find("id=\"address-now\">([^<]+)<").orElseThrow();
    }

    private static void confirm(URI link) {
        PlainBrowser mailReader = new PlainBrowser("en");
        Page page = mailReader.open(link);
        String token = page.attributes("input", "value").get(0);
        assertThat(FirstUse.submit(mailReader, page, Map.of("token", token)).body())
                .contains("id=\"confirmed\"");
    }
}
