package fr.tessere.everyday;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("The first use of a document")
class FirstUseTest {
    /** Nobody in these tests ever finishes with it. */
    private static final String NEVER_USED = "passport-chip-and-active-authentication";

    @Test
    void whoDoesNotAgreeGoesBackToTheServiceAndNothingIsKept(KeycloakServer server) {
        Visitor visitor = Person.with(server, NEVER_USED).hasRead("eidas1");
        assertThat(FirstUse.shows(visitor.page(), "agree")).isTrue();

        visitor.send(Map.of("step", "leave"));

        assertThat(visitor.page().redirectParameters())
                .containsEntry("error", "access_denied")
                .hasEntrySatisfying(
                        "error_description", text -> assertThat(text).startsWith("agreement-withheld"));
        assertThat(FirstUse.shows(
                        Person.with(server, NEVER_USED).hasRead("eidas1").page(), "agree"))
                .as("the document is still unknown")
                .isTrue();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "12345, 12345, code-malformed",
        "444444, 444444, code-repeated",
        "345678, 345678, code-sequence",
        "274915, 274916, codes-differ",
        "274915, '', codes-differ",
    })
    void aCodeThatIsSoonGuessedIsRefusedAndSaysWhy(String code, String again, String why, KeycloakServer server) {
        Visitor visitor = Person.with(server, NEVER_USED).hasRead("eidas1").send(Map.of("step", "agree"));

        visitor.send(Map.of("step", "choose", "code", code, "again", again));

        assertThat(visitor.page().body()).contains(why, "/tessere/help/" + why);
        assertThat(FirstUse.shows(visitor.page(), "choose-code")).isTrue();
        assertThat(visitor.page().body()).doesNotContain("value=\"" + code);
    }

    @Test
    void theAgreementNamesAllThatIsKept(KeycloakServer server) {
        assertThat(Person.with(server, NEVER_USED).hasRead("eidas1").page().body())
                .contains(
                        "a sign computed from your document",
                        "the type of your document",
                        "a sign computed from your names, date of birth and sex",
                        "your personal code, in a form that nobody can read",
                        "the list of your sign-ins",
                        "the log of security events")
                .containsPattern("for \\d+ months they can be traced back");
    }

    @Test
    void noCodeCanBeChosenBeforeTheAgreement(KeycloakServer server) {
        Visitor visitor = Person.with(server, NEVER_USED).hasRead("eidas1");

        visitor.send(Map.of("step", "choose", "code", FirstUse.CODE, "again", FirstUse.CODE));

        assertThat(FirstUse.shows(visitor.page(), "agree")).isTrue();
    }

    @Test
    void aPageOfItReplacesNoCodeThatWasChosenMeanwhile(KeycloakServer server) {
        Person person = Person.withANew(server, "residence-permit");
        Visitor here = person.hasRead("eidas2").send(Map.of("step", "agree"));
        person.elsewhere().choosing("583106").tokens();

        here.send(Map.of("step", "choose", "code", FirstUse.CODE, "again", FirstUse.CODE));

        assertThat(FirstUse.shows(here.page(), "type-code"))
                .as("the account is there, and asks for its code")
                .isTrue();
        here.send(Map.of("step", "code", "code", FirstUse.CODE));
        assertThat(here.page().body()).contains("code-wrong");
        here.send(Map.of("step", "code", "code", "583106"));
        assertThat(here.page().redirectParameters()).containsKey("code");
    }

    @Test
    void nobodyChoosesACodeForSomebodyElsesDocument(KeycloakServer server) {
        Person victim = Person.withANew(server, "residence-permit");
        victim.signsIn("eidas2").tokens();
        Person thief = Person.withANew(server, "passport-without-clone-protection");
        thief.signsIn("eidas1").tokens();

        Visitor visitor = victim.at(thief.browser()).hasRead("eidas2");
        assertThat(visitor.page().body()).contains("document-other");
        visitor.send(Map.of("step", "choose", "code", "583106", "again", "583106"));

        assertThat(visitor.page().body()).as("as before").contains("document-other");
        assertThat(victim.elsewhere()
                        .signsIn("eidas2")
                        .tokens()
                        .claims()
                        .path("acr")
                        .asText())
                .as("the code is the victim's own still")
                .isEqualTo("eidas2");
    }
}
