package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.audit.alert.Rule;
import fr.tessere.audit.alert.RuleKind;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.history.PublicLog;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Officers;
import fr.tessere.server.OtherNetwork;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Alerts: each rule by what happens to the server")
class AlertRulesTest {
    private static final String CARD = "french-identity-card";
    private static final int MORE = 11;

    @Test
    void officersReadAndChangeEachRule(KeycloakServer server) {
        Officers officers = server.officers();
        Map<RuleKind, String> changed = new EnumMap<>(RuleKind.class);
        for (RuleKind kind : RuleKind.values()) {
            set(officers, kind, kind.standard().threshold() + MORE);
            changed.put(kind, threshold(officers, kind));
            set(officers, kind, kind.standard().threshold());
        }

        for (RuleKind kind : RuleKind.values()) {
            Rule rule = kind.standard();
            assertThat(changed.get(kind)).as(kind.word()).isEqualTo(String.valueOf(rule.threshold() + MORE));
            assertThat(threshold(officers, kind)).as(kind.word()).isEqualTo(String.valueOf(rule.threshold()));
        }
    }

    @Test
    void oneDocumentOnTwoAccounts(KeycloakServer server) {
        SpecimenDocument card = NewDocument.like(CARD);
        Entry first = signIn(server, new PlainBrowser("en"), card);
        JsonNode account = StreamSupport.stream(
                        server.admin().get("tessere/users?max=1000").spliterator(), false)
                .max(Comparator.comparingLong(
                        user -> user.path("createdTimestamp").asLong()))
                .orElseThrow();
        server.admin().delete("tessere/users/" + account.path("id").asText());
        Entry second = signIn(server, new PlainBrowser("en"), card);

        assertThat(second.value("document")).isEqualTo(first.value("document"));
        assertThat(second.value("person")).isNotEqualTo(first.value("person"));
        JsonNode alert =
                server.alerts().await("accounts", second.value("document").orElseThrow());
        assertThat(alert.path("count").asInt()).isEqualTo(2);
    }

    @Test
    void oneAccountFromThreeNetworks(KeycloakServer server) {
        SpecimenDocument card = NewDocument.like(CARD);
        String person = "";
        for (int number = 1; number <= 3; number++) {
            try (OtherNetwork network = OtherNetwork.to(server, number)) {
                person = signIn(server, network.browser(), card).value("person").orElseThrow();
            }
        }

        JsonNode alert = server.alerts().await("networks", person);
        assertThat(alert.path("count").asInt()).isEqualTo(3);
        assertThat(alert.path("entries")).hasSize(3);
    }

    @Test
    void guessedCodesOfOneAccountAndFromOneNetwork(KeycloakServer server) {
        SpecimenDocument card = NewDocument.like(CARD);
        String person =
                signIn(server, new PlainBrowser("en"), card).value("person").orElseThrow();
        Officers officers = server.officers();
        set(officers, RuleKind.GUESSES_NETWORK, 5);
        try (OtherNetwork network = OtherNetwork.to(server, 77)) {
            Visitor guesser = read(server, network.browser(), card, "eidas2");
            for (int i = 0; i < 5; i++) {
                guesser.send(Map.of("step", "code", "code", "70519" + i));
            }

            assertThat(server.alerts().await("guesses", person).path("count").asInt())
                    .isEqualTo(5);
            String from = last(
                            server,
                            entry ->
                                    entry.value("person").filter(person::equals).isPresent()
                                            && entry.outcome().startsWith("code-"))
                    .value("network")
                    .orElseThrow();
            assertThat(server.alerts()
                            .await("guesses-network", from)
                            .path("count")
                            .asInt())
                    .isEqualTo(5);
        } finally {
            set(
                    officers,
                    RuleKind.GUESSES_NETWORK,
                    RuleKind.GUESSES_NETWORK.standard().threshold());
        }
    }

    @Test
    void counterCodesGuessedByOneAgent(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        int most = RuleKind.COUNTER.standard().threshold();
        Predicate<Entry> guesses = entry ->
                entry.kind().equals("comparison") && entry.outcome().equals(RefusalCode.COUNTER_CODE_UNKNOWN.word());
        long before = entries(server).stream().filter(guesses).count();
        for (int i = 0; i < most; i++) {
            assertThat(agent.type("BBBB-BBBB").body()).contains("counter-code-unknown");
        }
        Waiting.until(
                "the entries of wrong counter codes",
                Duration.ofSeconds(20),
                () -> entries(server).stream().filter(guesses).count() >= before + most);

        Entry guess = last(server, guesses);
        assertThat(guess.value("person")).isEmpty();
        String who = guess.value("agent").orElseThrow();
        assertThat(server.alerts().await("counter", who).path("count").asInt()).isEqualTo(most);
    }

    @Test
    void documentsOfOneSignerSuddenlyFail(KeycloakServer server) {
        Officers officers = server.officers();
        Map<String, String> report = AlertTest.report();
        assertThat(officers.agree("documents/report", report).status()).isEqualTo(200);
        try {
            for (int i = 0; i < RuleKind.SIGNER.standard().threshold(); i++) {
                assertThat(Reader.read(server, AlertTest.CARD).code()).isEqualTo(RefusalCode.DOCUMENT_LOST);
            }
        } finally {
            officers.agree("documents/lift", report);
        }

        String signer = last(
                        server,
                        entry -> entry.kind().equals("reading-refused")
                                && entry.outcome().equals(RefusalCode.DOCUMENT_LOST.word()))
                .value("signer")
                .orElseThrow();
        assertThat(signer).matches("[0-9a-f]{64}");
        assertThat(server.alerts().await("signer", signer).path("count").asInt())
                .isGreaterThanOrEqualTo(RuleKind.SIGNER.standard().threshold());
    }

    /** By two officers; within the time that the rule has as it is delivered. */
    private static void set(Officers officers, RuleKind kind, int threshold) {
        Page answer = officers.agree(
                "alerts/rule",
                Map.of(
                        "rule",
                        kind.word(),
                        "state",
                        "on",
                        "threshold",
                        String.valueOf(threshold),
                        "minutes",
                        String.valueOf(kind.standard().within().toMinutes()),
                        "reason",
                        "a rule is tried"));
        assertThat(answer.status()).as(kind.word()).isEqualTo(200);
    }

    /** As the page shows it to an officer, who may change it. */
    private static String threshold(Officers officers, RuleKind kind) {
        return officers.first()
                .open("alerts")
                .find("id=\"r-" + kind.word() + "\".*?name=\"threshold\"[^>]*value=\"([0-9]+)\"")
                .orElseThrow();
    }

    /** The entry of this sign-in, which may be a first use. */
    private static Entry signIn(KeycloakServer server, PlainBrowser browser, SpecimenDocument card) {
        Predicate<Entry> signIns = entry -> entry.kind().equals("login")
                && entry.outcome().equals(Entry.DONE)
                && entry.value("client").filter("town-hall"::equals).isPresent();
        long before = entries(server).stream().filter(signIns).count();
        Visitor visitor = read(server, browser, card, "eidas1");
        Page end = FirstUse.through(visitor.browser(), visitor.page());
        assertThat(end.redirectParameters()).containsKey("code");
        Waiting.until(
                "the entry of a sign-in",
                Duration.ofSeconds(20),
                () -> entries(server).stream().filter(signIns).count() > before);
        return last(server, signIns);
    }

    private static Visitor read(KeycloakServer server, PlainBrowser browser, SpecimenDocument card, String level) {
        Visitor visitor = Visitor.arrive(browser, server.service("town-hall").begin(level));
        try {
            return visitor.comeBack(Played.honestly(visitor.readingHere(), card)
                    .last()
                    .json()
                    .path("returnAddress")
                    .asText());
        } catch (ReadingException e) {
            throw new AssertionError(e);
        }
    }

    private static Entry last(KeycloakServer server, Predicate<Entry> wanted) {
        return entries(server).stream()
                .filter(wanted)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static List<Entry> entries(KeycloakServer server) {
        return PublicLog.entries(server.staff("auditor").open("log/export").body());
    }
}
