package fr.tessere.everyday;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.OtherAddress;
import fr.tessere.server.Page;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Somebody who has a card in hand and guesses its code")
class GuessedCodeTest {
    private static final String REALM = "tessere";
    private static final String DELAYS = "tessere.code-delays";

    @Test
    void hasThreeTriesInAllBrowsersAndFromAllAddressesTogetherThenWaits(KeycloakServer server) {
        Person owner = Person.withANew(server, "residence-permit");
        owner.signsIn("eidas2");

        assertThat(guessFrom("127.0.1.1", server, owner, "111112")).contains("code-wrong");
        assertThat(guessFrom("127.1.2.3", server, owner, "111113")).contains("code-wrong");
        assertThat(guessFrom("127.9.8.7", server, owner, "111114")).contains("code-delayed");

        Visitor right = owner.elsewhere().hasRead("eidas2");
        assertThat(FirstUse.shows(right.page(), "type-code")).isFalse();
        right.send(Map.of("step", "code", "code", FirstUse.CODE));
        assertThat(right.page().redirectParameters()).doesNotContainKey("code");
        assertThat(right.page().body()).contains("code-delayed");
        assertThat(owner.elsewhere()
                        .hasRead("eidas1")
                        .tokens()
                        .claims()
                        .path("acr")
                        .asText())
                .as("the card alone still opens the lowest level")
                .isEqualTo("eidas1");
    }

    @Test
    void getsNoMoreTriesByAskingAllAtOnce(KeycloakServer server) {
        Person owner = Person.withANew(server, "identity-card-td2");
        owner.signsIn("eidas2");
        List<Visitor> browsers = Stream.generate(() -> owner.elsewhere().hasRead("eidas2"))
                .limit(6)
                .toList();

        List<String> answers = browsers.parallelStream()
                .map(visitor -> visitor.send(wrong("222223")).page().body())
                .toList();

        assertThat(answers.stream().filter(page -> page.contains("\"code-wrong\"") || page.contains(">code-wrong<")))
                .as("tries without a delay behind them")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(answers).anyMatch(page -> page.contains("code-delayed"));
    }

    @Test
    void isLockedOutInTheEndAndSoIsTheRightCode(KeycloakServer server) {
        Person owner = Person.withANew(server, "identity-card-two-keys");
        owner.signsIn("eidas2");
        server.admin().attribute(REALM, DELAYS, "0,0");
        try {
            for (int i = 0; i < 4; i++) {
                assertThat(guessElsewhere(owner, "33333" + (i + 4))).contains("code-wrong");
            }
            assertThat(guessElsewhere(owner, "333339")).contains("code-blocked");
            assertThat(guessElsewhere(owner, FirstUse.CODE)).contains("code-blocked");
        } finally {
            server.admin().attribute(REALM, DELAYS, "");
        }
    }

    @Test
    void oneCodeOverManyAccountsNeedsEachCardAndCountsForEach(KeycloakServer server) {
        List<Person> people = Stream.of("identity-card-3des-ca", "identity-card-long-number", "passport-p384-aes256")
                .map(specimen -> Person.withANew(server, specimen))
                .toList();
        people.forEach(person -> person.signsIn("eidas2"));

        Visitor withoutCard = people.get(0).elsewhere().asked("eidas2").send(wrong(FirstUse.CODE));
        assertThat(FirstUse.shows(withoutCard.page(), "type-code")).isFalse();
        assertThat(withoutCard.page().redirectParameters()).doesNotContainKey("code");
        for (Person person : people) {
            assertThat(guessElsewhere(person, "867530")).contains("code-wrong");
        }

        assertThat(guessElsewhere(people.get(0), "867531")).contains("code-wrong");
        assertThat(guessElsewhere(people.get(0), "867532")).contains("code-delayed");
        assertThat(people.get(1)
                        .elsewhere()
                        .signsIn("eidas2")
                        .tokens()
                        .claims()
                        .path("acr")
                        .asText())
                .as("another account is not held up")
                .isEqualTo("eidas2");
    }

    private static String guessFrom(String address, KeycloakServer server, Person owner, String code) {
        try (OtherAddress place = OtherAddress.of(address, server)) {
            String page = guess(owner.at(place.browser("en")), code);
            assertThat(place.connections()).as(address).isPositive();
            return page;
        }
    }

    private static String guessElsewhere(Person owner, String code) {
        return guess(owner.elsewhere(), code);
    }

    private static String guess(Person owner, String code) {
        Page page = owner.hasRead("eidas2").send(wrong(code)).page();
        assertThat(page.redirectParameters()).doesNotContainKey("code");
        return page.body();
    }

    private static Map<String, String> wrong(String code) {
        return Map.of("step", "code", "code", code);
    }
}
