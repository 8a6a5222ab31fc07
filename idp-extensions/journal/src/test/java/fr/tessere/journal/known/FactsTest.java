package fr.tessere.journal.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What holds, fact by fact, so that a change is a line")
class FactsTest {
    private static final String PROFILE = "{\"profiles\":[{\"name\":\"strict\",\"executors\":[%s]}]}";

    @Test
    void anExecutorWithoutSettingsIsAFactToo() {
        String both =
                "{\"executor\":\"par\",\"configuration\":{}},{\"executor\":\"pkce\",\"configuration\":{\"auto\":true}}";
        assertThat(Facts.ofPolicies(null, PROFILE.formatted(both)))
                .containsEntry("profiles.strict.executors.par", "there")
                .containsEntry("profiles.strict.executors.pkce.configuration.auto", "true");
    }

    @Test
    void twoOfOneNameAreToldApart() {
        String twice = "{\"executor\":\"par\"},{\"executor\":\"par\"}";
        assertThat(Facts.ofPolicies(null, PROFILE.formatted(twice)))
                .containsKeys("profiles.strict.executors.par", "profiles.strict.executors.par#2");
    }

    @Test
    void listsHaveNoOrderAndWhatIsNoJsonIsAFact() {
        String policies = "{\"policies\":[{\"name\":\"all\",\"profiles\":[\"b\",\"a\"]}]}";
        assertThat(Facts.ofPolicies(policies, "no json"))
                .containsEntry("policies.all.profiles", "[a, b]")
                .containsEntry("unreadable", "no json");
    }

    @Test
    void aLongTextIsItsBeginningAndADigestOfAllOfIt() {
        String one = facts("x".repeat(1_000) + "1");
        String other = facts("x".repeat(1_000) + "2");
        assertThat(one).hasSizeLessThanOrEqualTo(200).startsWith("xxx").isNotEqualTo(other);
        assertThat(facts("")).isEqualTo("-");
    }

    private static String facts(String text) {
        return Facts.ofTexts(Map.of("fr", Map.of("key", text))).getOrDefault("fr.key", "");
    }
}
