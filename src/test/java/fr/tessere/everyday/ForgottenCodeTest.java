package fr.tessere.everyday;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Letter;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Somebody who forgot the code, or changes it")
class ForgottenCodeTest {
    private static final String REALM = "tessere";
    private static final String HOURS = "tessere.code-recovery-hours";
    private static final String NEW_CODE = "862047";
    private static final Map<String, String> CHOICE = Map.of("step", "new-code", "code", NEW_CODE, "again", NEW_CODE);

    @Test
    void getsANewOneAtOnceByTheConfirmedAddress(KeycloakServer server) {
        Person person = Person.withANew(server, "passport-bac-chip-authentication");
        confirmAddress(server, person, "forgetful@example.org");
        Visitor visitor = person.elsewhere().hasRead("eidas2").send(Map.of("step", "forgot"));
        assertThat(visitor.page().body()).contains("f…@example.org").doesNotContain("forgetful@");

        visitor.send(Map.of("step", "send-number"));
        Letter letter = server.postBox("forgetful@example.org");
        assertThat(letter.subject()).contains("number for a new personal code");
        visitor.send(Map.of("step", "number", "number", "00000000"));
        assertThat(visitor.page().body()).contains("number-wrong");
        visitor.send(CHOICE);
        assertThat(visitor.page().redirectParameters()).as("without the number").doesNotContainKey("code");
        visitor.send(Map.of("step", "number", "number", letter.number()));
        assertThat(FirstUse.shows(visitor.page(), "choose-new-code")).isTrue();
        visitor.send(CHOICE);

        assertThat(visitor.tokens().claims().path("acr").asText()).isEqualTo("eidas2");
        assertThat(server.postBox("forgetful@example.org").subject()).contains("new one");
        assertThat(typed(person, FirstUse.CODE).page().body()).contains("code-wrong");
        assertThat(typed(person, NEW_CODE).tokens().claims().path("acr").asText())
                .isEqualTo("eidas2");
    }

    @Test
    void waitsWithoutAnAddressAndTheOldCodeEndsTheWaiting(KeycloakServer server) {
        Person person = Person.withANew(server, "identity-card-cam-and-ca");
        person.signsIn("eidas2");

        Visitor visitor = person.elsewhere().hasRead("eidas2").send(Map.of("step", "forgot"));
        assertThat(visitor.page().body()).doesNotContain("value=\"send-number\"");
        visitor.send(Map.of("step", "wait"));
        assertThat(visitor.page().find("id=\"opens\">([^<]+)<")).isPresent();
        visitor.send(Map.of("step", "waited"));
        assertThat(visitor.page().body()).contains("recovery-waits");
        visitor.send(CHOICE);
        assertThat(visitor.page().redirectParameters()).doesNotContainKey("code");

        typed(person, FirstUse.CODE).tokens();
        Visitor again = person.elsewhere().hasRead("eidas2").send(Map.of("step", "forgot"));
        assertThat(again.page().find("id=\"opens\">([^<]+)<"))
                .as("nobody waits any more")
                .isEmpty();
    }

    @Test
    void choosesANewOneWhenTheWaitingIsOverAlsoWhenTheOldOneIsBlocked(KeycloakServer server) {
        Person person = Person.withANew(server, "passport-active-authentication");
        person.signsIn("eidas2");
        server.admin().attribute(REALM, HOURS, "0");
        try {
            for (int i = 0; i < 3; i++) {
                typed(person, "60250" + i);
            }
            Visitor visitor = person.elsewhere()
                    .hasRead("eidas2")
                    .send(Map.of("step", "forgot"))
                    .send(Map.of("step", "wait"))
                    .send(Map.of("step", "waited"));
            visitor.send(Map.of("step", "new-code", "code", "123456", "again", "123456"));
            assertThat(visitor.page().body()).contains("code-sequence");

            assertThat(visitor.send(CHOICE).tokens().claims().path("acr").asText())
                    .isEqualTo("eidas2");
        } finally {
            server.admin().attribute(REALM, HOURS, "");
        }
        Visitor now = typed(person, NEW_CODE);
        assertThat(now.tokens().claims().path("acr").asText()).isEqualTo("eidas2");
        // the first use, the new code and today: each tells its level, its document and where
        assertThat(now.browser()
                        .open(URI.create(server.issuer() + "/tessere-identity"))
                        .body()
                        .split("On this computer\\.", -1))
                .hasSize(4)
                .allMatch(line -> !line.contains("By the session of before"));
    }

    @Test
    void anAddressThatNobodyConfirmedIsNotTheAccounts(KeycloakServer server) {
        Person person = Person.withANew(server, "passport-pace-ecdsa-aa");
        giveAddress(person, "never@example.org");
        assertThat(server.postBox("never@example.org").link()).isPresent();

        Visitor visitor = person.elsewhere().hasRead("eidas2").send(Map.of("step", "forgot"));

        assertThat(visitor.page().body()).doesNotContain("value=\"send-number\"", "example.org");
    }

    @Test
    void isToldAsWellOfWhatWasDoneInMyIdentity(KeycloakServer server) {
        Person person = Person.withANew(server, "passport-bac-chip-authentication");
        confirmAddress(server, person, "careful@example.org");
        Person here = person.elsewhere();
        here.hasRead("eidas2").send(Map.of("step", "code", "code", FirstUse.CODE));
        String identity = server.issuer() + "/tessere-identity";
        String token = here.browser()
                .open(URI.create(identity))
                .find("name=\"token\" value=\"([^\"]*)\"")
                .orElseThrow();

        Map<String, String> change = Map.of("token", token, "code", FirstUse.CODE, "new", NEW_CODE, "again", NEW_CODE);
        here.browser().submit(URI.create(identity + "/code"), change);
        assertThat(server.postBox("careful@example.org").subject()).contains("new one");
        here.browser()
                .submit(URI.create(identity + "/delete"), Map.of("token", token, "code", NEW_CODE, "sure", "yes"));
        assertThat(server.postBox("careful@example.org").subject()).contains("is deleted");
        for (String event : List.of("UPDATE_CREDENTIAL", "DELETE_ACCOUNT")) {
            assertThat(server.log()
                            .lines()
                            .filter(line ->
                                    line.contains("\"" + event + "\"") && line.contains("\"tessere-identity\"")))
                    .as(event)
                    .isNotEmpty();
        }
    }

    private static Visitor typed(Person person, String code) {
        return person.elsewhere().hasRead("eidas2").send(Map.of("step", "code", "code", code));
    }

    private static void confirmAddress(KeycloakServer server, Person person, String address) {
        giveAddress(person, address);
        URI link = server.postBox(address).link().orElseThrow();
        Person.confirms(link);
    }

    private static void giveAddress(Person person, String address) {
        Visitor visitor = person.hasRead("eidas1").send(Map.of("step", "agree"));
        visitor.send(Map.of("step", "choose", "code", FirstUse.CODE, "again", FirstUse.CODE));
        assertThat(FirstUse.shows(visitor.page(), "give-email")).isTrue();
        visitor.send(Map.of("step", "email", "email", "no address"));
        assertThat(visitor.page().body()).contains("email-malformed");
        visitor.send(Map.of("step", "email", "email", address));
        assertThat(visitor.tokens().claims().path("acr").asText()).isEqualTo("eidas1");
    }
}
