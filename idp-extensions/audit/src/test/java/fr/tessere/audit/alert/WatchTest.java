package fr.tessere.audit.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rules look at entries of the log")
class WatchTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Random CHANCE = new Random(7);

    @Nested
    @DisplayName("many refusals of one cause")
    class Refusals {
        @Test
        void atTheThresholdAndNotBelow() {
            List<Entry> entries = every(Duration.ofSeconds(1), 5, i -> refused(i, "chip-not-original", "s1"));
            assertThat(alarms(rule(RuleKind.REFUSALS, 6, 10), entries)).isEmpty();
            assertThat(alarms(rule(RuleKind.REFUSALS, 5, 10), entries))
                    .singleElement()
                    .satisfies(alarm -> {
                        assertThat(alarm.subject()).isEqualTo("chip-not-original");
                        assertThat(alarm.count()).isEqualTo(5);
                        assertThat(alarm.first()).isEqualTo(NOON);
                        assertThat(alarm.last()).isEqualTo(NOON.plusSeconds(4));
                        assertThat(alarm.entries())
                                .isEqualTo(entries.stream()
                                        .map(entry -> entry.id().text())
                                        .toList());
                    });
        }

        @Test
        void causesAreCountedApart() {
            List<Entry> entries = new ArrayList<>();
            entries.addAll(every(Duration.ofSeconds(1), 4, i -> refused(i, "chip-not-original", "s1")));
            entries.addAll(every(Duration.ofSeconds(1), 4, i -> refused(i, "document-expired", "s1")));
            assertThat(alarms(rule(RuleKind.REFUSALS, 5, 10), entries)).isEmpty();
        }

        @Test
        void whatIsOlderThanTheTimeDoesNotCount() {
            List<Entry> entries = every(Duration.ofMinutes(3), 20, i -> refused(i, "chip-not-original", "s1"));
            assertThat(alarms(rule(RuleKind.REFUSALS, 5, 10), entries)).isEmpty();
            assertThat(alarms(rule(RuleKind.REFUSALS, 4, 10), entries)).isNotEmpty();
        }

        @Test
        void isSaidAgainWhenTheNumberHasDoubledAndNotEachTime() {
            List<Entry> entries = every(Duration.ofSeconds(1), 41, i -> refused(i, "chip-not-original", "s1"));
            assertThat(alarms(rule(RuleKind.REFUSALS, 10, 10), entries))
                    .extracting(Alarm::count)
                    .containsExactly(10, 20, 40);
        }
    }

    @Test
    void oneDocumentOnTwoAccounts() {
        Rule rule = rule(RuleKind.ACCOUNTS, 2, 1_440);
        assertThat(alarms(
                        rule,
                        List.of(login(0, "p1", "d1", "n1"), login(1, "p1", "d1", "n2"), login(2, "p2", "d2", "n1"))))
                .isEmpty();
        assertThat(alarms(rule, List.of(login(0, "p1", "d1", "n1"), login(1, "p2", "d1", "n1"))))
                .extracting(Alarm::subject)
                .containsExactly("d1");
    }

    @Test
    void onePersonFromThreeNetworks() {
        Rule rule = rule(RuleKind.NETWORKS, 3, 30);
        List<Entry> two = List.of(login(0, "p1", "d1", "n1"), login(60, "p1", "d1", "n2"), login(90, "p1", "d1", "n1"));
        assertThat(alarms(rule, two)).isEmpty();
        assertThat(alarms(
                        rule,
                        Stream.concat(two.stream(), Stream.of(login(100, "p1", "d1", "n3")))
                                .toList()))
                .extracting(Alarm::subject, Alarm::count)
                .containsExactly(org.assertj.core.api.Assertions.tuple("p1", 3));
        assertThat(alarms(
                        rule,
                        Stream.concat(two.stream(), Stream.of(login(3_000, "p1", "d1", "n3")))
                                .toList()))
                .as("there was time to travel")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"code-wrong, true", "code-delayed, true", "code-blocked, true", "document-expired, false", "done, false"
    })
    void guessedCodes(String outcome, boolean counts) {
        List<Entry> entries = every(
                Duration.ofSeconds(20),
                5,
                i -> entry(i, "login", outcome, new Field("person", "p1"), new Field("network", "n" + i % 2)));
        assertThat(alarms(rule(RuleKind.GUESSES, 5, 15), entries)).hasSize(counts ? 1 : 0);
        assertThat(alarms(rule(RuleKind.GUESSES, 6, 15), entries)).isEmpty();
        assertThat(alarms(rule(RuleKind.GUESSES_NETWORK, 3, 15), entries)).hasSize(counts ? 1 : 0);
    }

    @Test
    void codesGuessedUnderMyIdentityCountAsThoseOfASignIn() {
        List<Entry> entries = every(
                Duration.ofSeconds(20), 5, i -> entry(i, "update-profile", "code-wrong", new Field("person", "p1")));
        assertThat(alarms(rule(RuleKind.GUESSES, 5, 15), entries)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"counter-code-unknown, true", "done, false", "refused-picture, false", "comparison-own, false"})
    void counterCodesGuessedByOneAgent(String outcome, boolean counts) {
        List<Entry> entries =
                every(Duration.ofMinutes(5), 5, i -> entry(i, "comparison", outcome, new Field("agent", "a1")));
        List<Entry> ofMany =
                every(Duration.ofMinutes(5), 5, i -> entry(i, "comparison", outcome, new Field("agent", "a" + i)));
        assertThat(alarms(rule(RuleKind.COUNTER, 5, 60), entries)).hasSize(counts ? 1 : 0);
        assertThat(alarms(rule(RuleKind.COUNTER, 5, 60), ofMany)).isEmpty();
    }

    @Test
    void aSignersSuddenFailures() {
        Rule rule = rule(RuleKind.SIGNER, 10, 60);
        List<Entry> sudden = every(Duration.ofMinutes(1), 10, i -> refused(i, "chip-not-original", "s1"));
        List<Entry> always = every(Duration.ofMinutes(4), 60, i -> refused(i, "document-expired", "s2"));
        assertThat(alarms(rule, sudden)).extracting(Alarm::subject).containsExactly("s1");
        assertThat(alarms(rule, always.subList(20, 60)))
                .as("it is a rise only at the beginning of what is known")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(alarms(rule, every(Duration.ofMinutes(1), 9, i -> refused(i, "chip-not-original", "s1"))))
                .isEmpty();
    }

    @Test
    void whatOneOfficerDidAlone() {
        Entry urgent = step("urgent");
        assertThat(alarms(RuleKind.ALONE.standard(), List.of(step("proposed"), step("confirmed"))))
                .isEmpty();
        assertThat(alarms(RuleKind.ALONE.standard(), List.of(urgent)))
                .extracting(Alarm::subject)
                .containsExactly("switch country fra");
    }

    @ParameterizedTest
    @EnumSource(
            value = RuleKind.class,
            names = {"ALONE", "CONFIGURATION"})
    @DisplayName("what is told at the first time is told the next day too: one is never fewer than one")
    void whatCountsFromOneIsToldEachTimeThereWasNothingBefore(RuleKind kind) {
        Numbered one = i -> kind == RuleKind.ALONE ? step("urgent") : configuration("digest");
        assertThat(alarms(kind.standard(), every(Duration.ofDays(1), 4, one)))
                .extracting(Alarm::count)
                .containsExactly(1, 1, 1, 1);
        assertThat(alarms(kind.standard(), every(Duration.ofMinutes(1), 4, one)))
                .as("within its time, when the number has doubled")
                .extracting(Alarm::count)
                .containsExactly(1, 2, 4);
    }

    @Test
    void aRuleThatIsOffSaysNothing() {
        Rule off = new Rule(RuleKind.ALONE, false, 1, 60);
        assertThat(alarms(off, List.of(step("urgent")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RuleKind.class)
    void eachRuleIsReadAsItIsWritten(RuleKind kind) {
        assertThat(Rule.of(kind, kind.standard().text())).contains(kind.standard());
        assertThat(RuleKind.ofWord(kind.word())).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "on",
                "on 0 1",
                "on 1 0",
                "on 10001 1",
                "on 1 1441",
                "ON 1 1",
                "on 1 1 ",
                "on -1 1",
                "on 1 9999"
            })
    void anythingElseIsNoRule(String text) {
        assertThat(Rule.of(RuleKind.REFUSALS, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "admin-update, done, resource, realm, true",
        "admin-create, done, resource, component, true",
        "admin-update, done, resource, auth-execution, true",
        "admin-update, not-allowed, resource, realm, false",
        "admin-update, done, resource, user, false",
        "officer-switch, done, resource, realm, false",
    })
    void whatDecidesForEverybodyIsToldWhenAnAdministratorChangesIt(
            String kind, String outcome, String field, String value, boolean told) {
        Entry entry = entry(0, kind, outcome, new Field(field, value));
        assertThat(alarms(RuleKind.CONFIGURATION.standard(), List.of(entry))).hasSize(told ? 1 : 0);
    }

    @Test
    void whatHoldsAtTheFirstLookIsNoChange() {
        assertThat(alarms(RuleKind.CONFIGURATION.standard(), List.of(configuration("-"))))
                .isEmpty();
        assertThat(alarms(RuleKind.CONFIGURATION.standard(), List.of(configuration("digest"))))
                .singleElement()
                .extracting(Alarm::subject)
                .isEqualTo("client-policies");
    }

    private static Entry configuration(String before) {
        return entry(0, "configuration", "done", new Field("subject", "client-policies"), new Field("before", before));
    }

    private static List<Alarm> alarms(Rule rule, List<Entry> entries) {
        Watch watch = new Watch(List.of(rule));
        return entries.stream().flatMap(entry -> watch.see(entry).stream()).toList();
    }

    private static Rule rule(RuleKind kind, int threshold, int minutes) {
        return new Rule(kind, true, threshold, minutes);
    }

    private interface Numbered {
        Entry at(int number);
    }

    private static List<Entry> every(Duration step, int count, Numbered make) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entry made = make.at(i);
            entries.add(new Entry(
                    made.id(),
                    NOON.plus(step.multipliedBy(i)),
                    made.log(),
                    made.kind(),
                    made.outcome(),
                    made.fields()));
        }
        return entries;
    }

    private static Entry refused(int seconds, String cause, String signer) {
        return entry(seconds, "reading-refused", cause, new Field("signer", signer));
    }

    private static Entry login(int seconds, String person, String document, String network) {
        return entry(
                seconds,
                "login",
                "done",
                new Field("person", person),
                new Field("document", document),
                new Field("network", network));
    }

    private static Entry step(String word) {
        return entry(
                0,
                "officer-proposal",
                "done",
                new Field("step", word),
                new Field("area", "switch"),
                new Field("subject", "country fra"));
    }

    private static Entry entry(int seconds, String kind, String outcome, Field... fields) {
        return new Entry(EntryId.random(CHANCE), NOON.plusSeconds(seconds), "log", kind, outcome, List.of(fields));
    }
}
