package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Officers;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("audit.md, “What becomes an entry”: each act stands in the log, under its own name")
class ActsTest {
    private static final String CARD = "french-identity-card";
    private static final Path ROOT = Path.of(System.getProperty("tessere.root", "../.."));

    /** Kinds that other tests look for, by the test; a star stands for any beginning of its name. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("reading-opened", "history/LogTest"),
            Map.entry("reading-verified", "history/LogTest"),
            Map.entry("reading-refused", "history/LogTest"),
            Map.entry("evidence", "history/LogTest"),
            Map.entry("comparison-case", "highest/CounterRefusalTest"),
            Map.entry("remove-credential", "browser/PasskeyTest"),
            Map.entry("configuration", "history/AdministrationTest"),
            Map.entry("trust", "officer/TrustTest"),
            Map.entry("trust-broken", "officer/TrustTest"),
            Map.entry("officer-switch", "history/LogTest"),
            Map.entry("officer-trust", "officer/TrustTest"),
            Map.entry("officer-export", "history/EntriesTakenAwayTest"),
            Map.entry("officer-join", "history/LogTest"),
            Map.entry("admin-create", "history/AdministrationTest"),
            Map.entry("admin-update", "history/AdministrationTest"),
            Map.entry("admin-delete", "history/AdministrationTest"),
            Map.entry("retention-erased", "officer/*AtTwoNodes"));

    private static final String NEW_CODE = "862047";
    private static final String HEADER = "issuing_state,document_type,document_number,status\n";

    @Test
    void aFirstUseAStepUpAndTheEndOfTheSession(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = new CitizenAtCounter(server, NewDocument.like(CARD));
        Acts acts = Acts.fromNow(server);
        citizen.signIn(new PlainBrowser("en"), "eidas1").tokens();
        JsonNode first = acts.await("register", "client town-hall", "person", "document");

        PlainBrowser browser = new PlainBrowser("en");
        String below = session(acts, citizen.signIn(browser, "eidas1").tokens());
        Visitor up = Visitor.arrive(browser, server.service("town-hall").begin("eidas2"));
        up.send(Map.of("step", "code", "code", FirstUse.CODE));
        Tokens tokens = up.tokens();

        assertThat(session(acts, tokens)).as("one session").isEqualTo(below);
        acts.await("login", "session " + below, "level eidas1", person(first));
        acts.await("login", "session " + below, "level eidas2", person(first));
        browser.open(server.service("town-hall").signOut(tokens));
        acts.await("logout", "session " + below, person(first));
    }

    @Test
    void whatAHolderDoesUnderMyIdentity(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();
        Acts acts = Acts.fromNow(server);

        citizen.send(browser, "documents/block", Map.of());
        String holder = person(acts.await("document-blocked", "person", "document"));
        citizen.send(browser, "documents/unblock", Map.of("code", FirstUse.CODE));
        acts.await("document-active", holder, "document");

        citizen.send(browser, "address", Map.of("email", "acts@example.org", "code", FirstUse.CODE));
        acts.await("update-email", holder, "client tessere-identity");
        citizen.send(browser, "code", Map.of("code", "111111", "new", NEW_CODE, "again", NEW_CODE));
        acts.await("update-profile", holder, "client tessere-identity", "outcome code-wrong");
        citizen.send(browser, "code", Map.of("code", FirstUse.CODE, "new", NEW_CODE, "again", NEW_CODE));
        acts.await("update-credential", holder, "client tessere-identity", "credential tessere-code");
        citizen.send(browser, "delete", Map.of("code", NEW_CODE, "sure", "yes"));
        acts.await("delete-account", holder, "client tessere-identity");
    }

    @Test
    void aConsentThatIsGivenAndWithdrawn(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();
        Acts acts = Acts.fromNow(server);

        Visitor.arrive(browser, server.service("library").begin(Map.of("scope", "openid age", "acr_values", "eidas1")))
                .send(Map.of("step", "accept", "claim", "age_over_18"))
                .tokens();
        String holder = person(acts.await("grant-consent", "client library", "claim age_over_18", "person"));
        citizen.send(browser, "consents/withdraw", Map.of("service", "library"));
        acts.await("revoke-grant", holder, "client library");
    }

    @Test
    void aComparisonAtACounterAndItsEnds(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();
        Acts acts = Acts.fromNow(server);

        String taken = CounterAgent.caseOn(agent.type(citizen.code(browser)));
        String holder = person(acts.await("comparison-offered", "person", "document"));
        agent.send(taken + "/refuse", Map.of("cause", "picture"));
        acts.await("comparison", "outcome refused-picture", "agent", holder, "document");
        agent.confirm(citizen.code(browser));
        acts.await("comparison", "outcome done", "agent", holder, "document");
        citizen.send(browser, "documents/uncompare", Map.of());
        acts.await("comparison-withdrawn", holder, "document");
        agent.confirm(citizen.code(browser));
        citizen.send(browser, "documents/block", Map.of());
        acts.await("comparison-ended", holder, "document");
    }

    @Test
    void aRefreshNamesTheEvidenceOfItsSession(KeycloakServer server) throws Exception {
        ProfiledService portal = server.others().profiled("portal");
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        Acts acts = Acts.fromNow(server);

        Visitor visitor = Visitor.sentTo(
                new PlainBrowser("en"),
                portal.address(portal.push(portal.request(Map.of("acr_values", "eidas1")))
                        .member("request_uri")));
        visitor.returnTo(
                citizen.readHere(visitor).last().json().path("returnAddress").asText());
        Reply tokens = portal.redeem(visitor.page().redirectParameters().getOrDefault("code", ""), proof(portal, key));
        Reply refreshed = portal.refresh(tokens.member("refresh_token"), proof(portal, key));

        JsonNode issue = acts.await("code-to-token", "client portal", "receipt");
        JsonNode refresh = acts.await("refresh-token", "client portal", "receipt " + fact(issue, "receipt"));
        assertThat(refresh.path("id").asText())
                .isEqualTo(new Tokens(refreshed.member("id_token"), refreshed.member("access_token"))
                        .claims()
                        .path("txn")
                        .asText());
    }

    @Test
    void whatTwoOfficersDo(KeycloakServer server) {
        Officers officers = server.officers();
        Acts acts = Acts.fromNow(server);
        Map<String, String> report =
                Map.of("state", "UTO", "type", "ID", "number", "ZZ0ACT001", "status", "lost", "reason", "for the log");
        officers.agree("documents/report", report);
        officers.agree("documents/lift", report);
        JsonNode reported = acts.await("officer-document", "after lost", "before", "person", "reason");
        acts.await("officer-document", "before lost", "subject " + fact(reported, "subject"));
        acts.await("officer-proposal", "step confirmed", "area document", "subject " + fact(reported, "subject"));

        Map<String, String> take = Map.of("mode", "import", "reason", "for the log");
        officers.agree("import", take, (HEADER + "UTO,ID,ZZ0ACT002,lost\n").getBytes(StandardCharsets.US_ASCII));
        officers.agree("import", take, (HEADER + "UTO,ID,ZZ0ACT002,lifted\n").getBytes(StandardCharsets.US_ASCII));
        acts.await("officer-import", "subject", "after", "person", "reason");

        officers.agree("alerts/rule", rule("6"));
        officers.agree("alerts/rule", rule("5"));
        acts.await("officer-rule", "subject guesses", "before on 5 15", "after on 6 15");
        acts.await("officer-rule", "subject guesses", "before on 6 15", "after on 5 15");
    }

    @Test
    void anAlertThatIsRaisedAndSeen(KeycloakServer server) {
        Officers officers = server.officers();
        Acts acts = Acts.fromNow(server);
        Map<String, String> alone =
                Map.of("kind", "country", "value", "ZGT", "reason", "nobody else is here", "urgent", "yes");
        officers.first().send("switches/set", alone);

        JsonNode alert = acts.await("alert", "rule alone", "subject switch country zgt", "count 1", "alert");
        officers.second()
                .send("alerts/acknowledge", Map.of("id", fact(alert, "alert"), "reason", "it was agreed by telephone"));
        acts.await("officer-alert", "subject " + fact(alert, "alert"), "after acknowledged", "person", "reason");
    }

    /** A kind that audit.md promises and nobody awaits would be missed by nobody. */
    @Test
    void eachKindOfTheTableIsAwaitedByATest() throws IOException {
        String here = source("history/ActsTest");
        Set<String> promised = promised();
        List<String> faults = new ArrayList<>();
        for (String kind : promised) {
            boolean found = Optional.ofNullable(ELSEWHERE.get(kind))
                    .map(test -> Pattern.compile("[\"'=]" + kind + "[\"'&]")
                            .matcher(source(test))
                            .find())
                    .orElseGet(() -> here.contains("acts.await(\"" + kind + "\""));
            if (!found) {
                faults.add(kind + " is awaited nowhere");
            }
        }
        ELSEWHERE.keySet().stream()
                .filter(kind -> !promised.contains(kind))
                .forEach(kind -> faults.add(kind + " is not in the table"));

        assertThat(promised).contains("login", "document-active", "retention-erased");
        assertThat(faults).isEmpty();
    }

    /** The words of the first column. */
    private static Set<String> promised() throws IOException {
        String page = Files.readString(ROOT.resolve("src/main/docs/audit.md"));
        String table = page.split("## What becomes an entry\n")[1].split("\n## ")[0];
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Pattern.compile("`([a-z-]+)`")
                        .matcher(line.split("\\|")[1])
                        .results()
                        .map(word -> word.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source(String test) {
        String[] parts = test.split("/");
        Path room = ROOT.resolve("src/test/java/fr/tessere").resolve(parts[0]);
        StringBuilder sources = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(room, parts[1] + ".java")) {
            for (Path file : files) {
                sources.append(Files.readString(file));
            }
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        return sources.toString();
    }

    private static Map<String, String> rule(String threshold) {
        return Map.of(
                "rule", "guesses", "state", "on", "threshold", threshold, "minutes", "15", "reason", "for the log");
    }

    private static String session(Acts acts, Tokens tokens) {
        String transaction = tokens.claims().path("txn").asText();
        return fact(acts.await("code-to-token", "id " + transaction), "session");
    }

    private static String person(JsonNode entry) {
        return "person " + fact(entry, "person");
    }

    private static String fact(JsonNode entry, String name) {
        return entry.path("fields").path(name).asText();
    }

    private static Map<String, String> proof(ProfiledService service, ECKey key) {
        return Map.of("DPoP", service.proof(key, "POST", "token", ""));
    }
}
