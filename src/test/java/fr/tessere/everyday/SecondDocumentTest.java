package fr.tessere.everyday;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A second document of a person who is known by a first one")
class SecondDocumentTest {
    private static final String CARD = "french-identity-card";

    @Test
    void isAddedByTheCodeAndTheServiceKnowsThePersonAgain(KeycloakServer server) {
        Person holder = Person.withANew(server, CARD);
        Person.withANew(server, CARD).signsIn("eidas1");
        Person.withANew(server, CARD).signsIn("eidas1");
        String subject = subject(holder.choosing("583106"));
        Person renewed = Person.withANew(server, CARD);

        Visitor visitor = renewed.hasRead("eidas2");
        assertThat(FirstUse.shows(visitor.page(), "mine")).isTrue();
        visitor.send(Map.of("step", "mine"));
        visitor.send(Map.of("step", "prove-code", "code", "918273"));
        assertThat(visitor.page().body()).contains("second-proof-failed");
        visitor.send(Map.of("step", "prove-code", "code", FirstUse.CODE));
        assertThat(visitor.page().body())
                .as("several people of this name have this code")
                .contains("second-proof-failed");
        visitor.send(Map.of("step", "prove-code", "code", "583106"));

        assertThat(subject(visitor)).isEqualTo(subject);
        assertThat(subject(renewed.elsewhere().hasRead("eidas1"))).isEqualTo(subject);
        assertThat(subject(holder.elsewhere().hasRead("eidas1"))).isEqualTo(subject);
    }

    @Test
    void isAddedByTheFirstDocument(KeycloakServer server) {
        Person holder = Person.withANew(server, CARD);
        String subject = subject(holder.signsIn("eidas1"));
        Person renewed = Person.withANew(server, CARD);

        Visitor visitor = renewed.hasRead("eidas1").send(Map.of("step", "mine")).send(Map.of("step", "read-first"));
        visitor.comeBack(holder.readFor(visitor.readingHere()));

        assertThat(subject(visitor)).isEqualTo(subject);
        assertThat(subject(renewed.elsewhere().hasRead("eidas1"))).isEqualTo(subject);
        // OpenID Connect Core §8.1: one body's services on two hosts know one person, before and after, and nobody
        // else's does
        assertThat(subjectAt(server, "visas", renewed))
                .isEqualTo(subjectAt(server, "permits", holder))
                .isNotEqualTo(subject)
                .isNotEqualTo(subjectAt(server, "tax-office", renewed));
    }

    @Test
    void isToldToTheConfirmedAddress(KeycloakServer server) {
        Person holder = Person.withANew(server, CARD);
        holder.hasRead("eidas1")
                .send(Map.of("step", "agree"))
                .send(Map.of("step", "choose", "code", FirstUse.CODE, "again", FirstUse.CODE))
                .send(Map.of("step", "email", "email", "renewed@example.org"))
                .tokens();
        Person.confirms(server.postBox("renewed@example.org").link().orElseThrow());
        Person renewed = Person.withANew(server, CARD);

        Visitor visitor = renewed.hasRead("eidas1").send(Map.of("step", "mine")).send(Map.of("step", "read-first"));
        visitor.comeBack(holder.readFor(visitor.readingHere()));
        visitor.tokens();

        assertThat(server.postBox("renewed@example.org").text())
                .contains("A document was added to your digital identity");
    }

    @Test
    void isNotAddedBySomebodyElsesDocument(KeycloakServer server) {
        Person holder = Person.withANew(server, CARD);
        holder.signsIn("eidas1");
        Person other = Person.withANew(server, "residence-permit");
        other.signsIn("eidas1");
        Person renewed = Person.withANew(server, CARD);

        Visitor visitor = renewed.hasRead("eidas1").send(Map.of("step", "mine")).send(Map.of("step", "read-first"));
        visitor.comeBack(other.readFor(visitor.readingHere()));

        assertThat(visitor.page().redirectParameters()).doesNotContainKey("code");
        assertThat(visitor.page().body()).contains("document-other-person");
        assertThat(FirstUse.shows(renewed.elsewhere().hasRead("eidas1").page(), "agree"))
                .isTrue();
    }

    @Test
    void leavesSomebodyOfTheSameNameAlone(KeycloakServer server) {
        Person holder = Person.withANew(server, CARD);
        String subject = subject(holder.signsIn("eidas1"));
        Person namesake = Person.withANew(server, CARD);

        Visitor guesses = namesake.hasRead("eidas2").send(Map.of("step", "mine"));
        for (int i = 0; i < 5; i++) {
            guesses.send(Map.of("step", "prove-code", "code", "70519" + i));
        }
        guesses.send(Map.of("step", "prove-code", "code", FirstUse.CODE));
        assertThat(guesses.page().body()).as("no try is left").contains("second-proof-failed");
        String own = subject(namesake.elsewhere().signsIn("eidas1"));

        assertThat(own).isNotEqualTo(subject);
        Visitor unharmed = holder.elsewhere().hasRead("eidas2").send(Map.of("step", "code", "code", FirstUse.CODE));
        assertThat(subject(unharmed)).isEqualTo(subject);
    }

    /** In the session that the person's browser has. */
    private static String subjectAt(KeycloakServer server, String service, Person person) {
        RelyingService.Attempt attempt =
                server.service(service).begin(Map.of("acr_values", "eidas1", "prompt", "none"));
        Tokens tokens = attempt.tokens(person.browser().open(attempt.address()));
        String subject = tokens.claims().path("sub").asText();
        assertThat(server.service(service).userinfo(tokens).path("sub").asText())
                .isEqualTo(subject);
        return subject;
    }

    private static String subject(Visitor visitor) {
        return visitor.tokens().claims().path("sub").asText();
    }
}
