package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("An attacker's session in the victim's browser")
class FixationTest {
    @Test
    void isCompletedByTheVictimAloneAndSignsTheAttackerInNowhere(KeycloakServer server) throws ReadingException {
        RelyingService service = server.service("town-hall");
        PlainBrowser attackers = new PlainBrowser("en");
        Visitor attacker = Visitor.arrive(attackers, service.begin("eidas1"));
        PlainBrowser victims = attackers.withTheSameCookies();

        // one that was never used: pages follow, and so there is something to be first at
        Played read = Played.honestly(attacker.readingHere(), NewDocument.like("french-identity-card"));
        Page back = victims.openOnly(URI.create(returned(read)));
        assertThat(back.redirectParameters()).doesNotContainKey("code");

        // the attacker asks first, with every cookie that could be planted
        attacker.goOn("continue");
        assertThat(attacker.page().redirectParameters()).doesNotContainKey("code");
        Page asked = attackers.open(back.redirect().orElseThrow());
        assertThat(asked.redirectParameters()).doesNotContainKey("code");
        Page next = victims.open(back.redirect().orElseThrow());
        assertThat(next.body()).as("the victim is asked").contains("agree");
        assertThat(asked.body()).as("the attacker is not").doesNotContain("value=\"agree\"");
        Page signedIn = FirstUse.through(victims, next);
        assertThat(signedIn.redirectParameters()).containsKey("code");

        Visitor later = Visitor.arrive(attackers, service.begin("eidas1"));
        assertThat(later.page().redirect()).isEmpty();
        assertThat(later.readingHere()).isNotNull();
    }

    @Test
    void whereNothingIsAskedTheVictimIsInTheServiceWithTheReturnItself(KeycloakServer server) throws ReadingException {
        RelyingService service = server.service("town-hall");
        SpecimenDocument known = NewDocument.like("french-identity-card");
        Visitor first = Visitor.arriveAt(server);
        first.returnTo(returned(Played.honestly(first.readingHere(), known))).tokens();
        PlainBrowser attackers = new PlainBrowser("en");
        Visitor attacker = Visitor.arrive(attackers, service.begin("eidas1"));
        PlainBrowser victims = attackers.withTheSameCookies();

        String address = returned(Played.honestly(attacker.readingHere(), known));
        attacker.goOn("continue");
        assertThat(attacker.page().redirectParameters()).as("no cookie yet").doesNotContainKey("code");
        Page signedIn = victims.openOnly(URI.create(address));

        assertThat(signedIn.redirectParameters()).containsKey("code");
        attacker.goOn("continue");
        assertThat(attacker.page().redirectParameters()).doesNotContainKey("code");
    }

    private static String returned(Played read) {
        return read.last().json().path("returnAddress").asText();
    }

    @Test
    void aTabThatWasClosedGoesOnInTheSameBrowserOnly(KeycloakServer server) throws ReadingException {
        RelyingService.Attempt attempt = server.service("town-hall").begin("eidas1");
        PlainBrowser browser = new PlainBrowser("en");
        Visitor closed = Visitor.arrive(browser, attempt);

        Visitor reopened = Visitor.arrive(browser, attempt);
        Visitor stranger = Visitor.arrive(new PlainBrowser("en"), attempt);

        assertThat(reopened.readingHere()).isEqualTo(closed.readingHere());
        assertThat(stranger.readingHere()).isNotEqualTo(closed.readingHere());
        Played.honestly(closed.readingElsewhere(), Specimens.load("french-identity-card"));
        assertThat(stranger.goOn("continue").page().redirectParameters()).doesNotContainKey("code");
        assertThat(reopened.goOn("continue").tokens().claims().path("acr").asText())
                .isEqualTo("eidas1");
    }

    @Test
    void anotherRequestOfTheSameBrowserIsAnotherReading(KeycloakServer server) {
        PlainBrowser browser = new PlainBrowser("en");
        RelyingService service = server.service("town-hall");

        assertThat(Visitor.arrive(browser, service.begin("eidas1")).readingHere())
                .isNotEqualTo(Visitor.arrive(browser, service.begin("eidas1")).readingHere());
    }
}
