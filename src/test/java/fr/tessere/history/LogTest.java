package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.audit.check.Report;
import fr.tessere.audit.head.Head;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.InvalidEntryException;
import fr.tessere.audit.receipt.Receipt;
import fr.tessere.audit.tree.ConsistencyProof;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.InclusionProof;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.PersonalTraces;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Every sign-in can be examined, and nobody can rewrite it")
class LogTest {
    @Test
    void theTransactionOfATokenIsAnEntryThatAnybodyCanProve(KeycloakServer server) throws Exception {
        Tokens tokens = SignedIn.tokens(server);
        String transaction = tokens.claims().path("txn").asText();
        PublicLog log = new PublicLog(server.issuer());

        JsonNode proof = log.inclusion(transaction);
        Head head = log.head();
        JsonNode again = log.json("inclusion?entry=" + transaction + "&size=" + head.size());

        assertThat(new InclusionProof(again.path("index").asLong(), head.size(), PublicLog.path(again))
                        .holds(Hash.ofBase64(proof.path("leaf").asText()), head.root()))
                .isTrue();
        assertThat(proof.toString()).doesNotContain("demo", "town-hall");
    }

    @Test
    void laterHeadsContinueEarlierOnes(KeycloakServer server) throws Exception {
        PublicLog log = new PublicLog(server.issuer());
        log.inclusion(SignedIn.tokens(server).claims().path("txn").asText());
        Head first = log.head();
        log.inclusion(SignedIn.tokens(server).claims().path("txn").asText());
        Head second = log.head();
        JsonNode proof = log.json("consistency?first=" + first.size() + "&second=" + second.size());

        assertThat(second.size()).isGreaterThan(first.size());
        assertThat(new ConsistencyProof(first.size(), second.size(), PublicLog.path(proof))
                        .holds(first.root(), second.root()))
                .isTrue();
    }

    @Test
    void anAuditorTakesTheLogAwayAndChecksItElsewhere(KeycloakServer server) throws Exception {
        PublicLog log = new PublicLog(server.issuer());
        log.inclusion(SignedIn.tokens(server).claims().path("txn").asText());
        String published = log.published();
        String export = server.staff("auditor").open("log/export").body();

        Report report = log.check(export, published);

        assertThat(report.findings()).isEmpty();
        assertThat(report.covered()).isPositive();
        String changed = export.replaceFirst("entry 3 ([0-9a-f]+) \\S+", "entry 3 $1 -");
        assertThat(log.check(changed, published).findings())
                .extracting(finding -> finding.fault().word() + " " + finding.from())
                .containsExactly("removed 3");
    }

    @Nested
    @DisplayName("a sign-in from button to token")
    class FromButtonToToken {
        @Test
        void isReadFromItsEntries(KeycloakServer server) throws Exception {
            String transaction = SignedIn.tokens(server).claims().path("txn").asText();
            new PublicLog(server.issuer()).inclusion(transaction);
            List<Entry> entries =
                    PublicLog.entries(server.staff("auditor").open("log/export").body());
            Entry token = one(entries, transaction);
            Entry evidence = one(entries, token.value("receipt").orElseThrow());
            String handle = evidence.value("handle").orElseThrow();

            assertThat(token.kind()).isEqualTo("code-to-token");
            assertThat(token.value("client")).contains("town-hall");
            assertThat(entries)
                    .filteredOn(entry ->
                            entry.value("handle").filter(handle::equals).isPresent())
                    .extracting(Entry::kind)
                    .containsExactly("reading-opened", "reading-verified", "evidence");
            assertThat(entries)
                    .filteredOn(entry -> entry.kind().equals("login")
                            && entry.value("session").equals(token.value("session")))
                    .singleElement()
                    .satisfies(login -> assertThat(login.value("receipt")).isEqualTo(token.value("receipt")));
        }

        @Test
        void saysWhyItsLevelWasGiven(KeycloakServer server) throws Exception {
            Receipt receipt = receipt(server);

            assertThat(receipt.level()).isEqualTo("eidas1");
            assertThat(receipt.proof()).isEqualTo("chip-authentication");
            assertThat(receipt.checks())
                    .containsEntry("sod-signature", "successful")
                    .containsEntry("chip-authentication", "successful");
            assertThat(receipt.flags()).contains("specimen");
            assertThat(receipt.reaches()).isEqualTo("eidas2");
            assertThat(receipt.inputs().get("signer")).startsWith("sha-256 ");
            assertThat(receipt.inputs().get("sod")).startsWith("keyed ");
            assertThat(receipt.policy()).hasSize(32);
            assertThat(receipt.trust()).isNotBlank();
        }

        private Receipt receipt(KeycloakServer server) throws ReadingException, InvalidEntryException {
            String transaction = SignedIn.tokens(server).claims().path("txn").asText();
            new PublicLog(server.issuer()).inclusion(transaction);
            List<Entry> entries =
                    PublicLog.entries(server.staff("auditor").open("log/export").body());
            return Receipt.of(
                    one(entries, one(entries, transaction).value("receipt").orElseThrow()));
        }
    }

    @Nested
    @DisplayName("in the console")
    class InTheConsole {
        @Test
        void oneSignInIsATimelineThatIsProven(KeycloakServer server) throws Exception {
            String transaction = SignedIn.tokens(server).claims().path("txn").asText();
            new PublicLog(server.issuer()).inclusion(transaction);

            String page = server.staff("auditor").open("entries/" + transaction).body();

            assertThat(page)
                    .containsSubsequence(
                            "<h2>reading-opened", "<h2>reading-verified", "<h2>evidence", "<h2>code-to-token")
                    .contains("sod-signature successful", "Proven to be in the log");
        }

        @Test
        void entriesAreFoundByWhatTheySay(KeycloakServer server) throws Exception {
            String transaction = SignedIn.tokens(server).claims().path("txn").asText();
            StaffBrowser auditor = server.staff("auditor");

            assertThat(auditor.open("entries/" + transaction).status())
                    .as("by its id at once")
                    .isEqualTo(200);
            new PublicLog(server.issuer()).inclusion(transaction);
            assertThat(auditor.open("entries?entry=" + transaction).body()).contains("entries/" + transaction);
            assertThat(auditor.open("entries?kind=code-to-token&client=town-hall")
                            .body())
                    .contains(transaction);
            assertThat(auditor.open("entries?kind=code-to-token&client=library&outcome=no")
                            .body())
                    .doesNotContain(transaction);
            assertThat(auditor.open("entries?from=2020-01-01&to=2020-12-31").body())
                    .doesNotContain(transaction);
            assertThat(auditor.open("entries?from=yesterday").status()).isEqualTo(400);
            assertThat(auditor.open("entries?kind=%27%20OR%201=1").body()).doesNotContain(transaction);
            assertThat(auditor.open("entries/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
        }

        @Test
        void signInsOfADocumentAreJoinedForAReasonOnly(KeycloakServer server) throws Exception {
            String transaction = SignedIn.tokens(server).claims().path("txn").asText();
            new PublicLog(server.issuer()).inclusion(transaction);
            Entry token = one(
                    PublicLog.entries(server.staff("auditor").open("log/export").body()), transaction);
            String number =
                    Specimens.load(SignedIn.CARD).mrz().text().substring(5, 14).replace("<", "");
            Map<String, String> form =
                    Map.of("state", "FRA", "type", "ID", "number", number, "reason", "a copy was reported");
            StaffBrowser officer = server.staff("officer");

            assertThat(officer.send("entries/document", form).body())
                    .contains("entries/" + token.value("receipt").orElseThrow());
            assertThat(officer.send(
                                    "entries/document",
                                    Map.of("state", "FRA", "type", "ID", "number", number, "reason", "no"))
                            .status())
                    .isEqualTo(400);
            assertThat(server.staff("auditor").send("entries/document", form).status())
                    .isEqualTo(403);
            assertThat(officer.openUntil("entries?kind=officer-join", "<td>officer-join")
                            .body())
                    .doesNotContain(number);
        }
    }

    @Test
    void aRefusedReadingIsAnEntryWithItsReason(KeycloakServer server) throws Exception {
        Visitor visitor = Visitor.arriveAt(server);
        Played.honestly(visitor.readingHere(), Specimens.load(SignedIn.CARD).copied());
        PublicLog log = new PublicLog(server.issuer());
        log.inclusion(SignedIn.tokens(server).claims().path("txn").asText());

        assertThat(PublicLog.entries(server.staff("auditor").open("log/export").body()))
                .filteredOn(entry -> entry.kind().equals("reading-refused"))
                .extracting(Entry::outcome)
                .contains("chip-not-original");
    }

    @Test
    void anOfficersActIsAnEntryWithBeforeAndAfter(KeycloakServer server) throws Exception {
        Map<String, String> form = Map.of("kind", "country", "value", "ZZZ", "reason", "an act for the log");
        Officers officers = server.officers();
        officers.agree("switches/set", form);
        officers.agree("switches/lift", form);
        new PublicLog(server.issuer())
                .inclusion(SignedIn.tokens(server).claims().path("txn").asText());
        String export = server.staff("auditor").open("log/export").body();

        assertThat(PublicLog.entries(export))
                .filteredOn(entry -> entry.kind().equals("officer-switch")
                        && entry.value("subject")
                                .filter("country ZZZ"::equalsIgnoreCase)
                                .isPresent())
                .extracting(entry -> entry.value("before").orElse("") + " "
                        + entry.value("after").orElse(""))
                .containsExactly("accepted switched-off", "switched-off accepted");
    }

    @Test
    void noEntryNamesAnybody(KeycloakServer server) throws Exception {
        new PublicLog(server.issuer())
                .inclusion(SignedIn.tokens(server).claims().path("txn").asText());
        String text = PublicLog.entries(
                        server.staff("auditor").open("log/export").body())
                .stream()
                // which machines the server calls, here all on this one
                .filter(entry -> !entry.kind().equals("configuration"))
                .map(Entry::text)
                .reduce("", String::concat);

        assertThat(PersonalTraces.in(text, Specimens.load(SignedIn.CARD))).isEmpty();
        assertThat(text).doesNotContain("127.0.0.1", "an act for the log");
        for (JsonNode user : server.admin().get("tessere/users")) {
            assertThat(text)
                    .doesNotContain(
                            user.path("id").asText(),
                            " " + user.path("username").asText() + "\n");
        }
    }

    @Test
    void theIntegrityPageRunsTheProofs(KeycloakServer server) throws Exception {
        new PublicLog(server.issuer())
                .inclusion(SignedIn.tokens(server).claims().path("txn").asText());
        Page page = server.staff("auditor").open("log");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Everything that was tried holds").doesNotContain("does not hold<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inclusion",
                "inclusion?entry=x",
                "inclusion?entry=AAAAAAAAAAAAAAAAAAAAAA",
                "consistency?first=0&second=1",
                "consistency?first=2&second=1",
                "consistency?first=1&second=999999999",
                "consistency?first=-1&second=1e3",
                "published?head=x",
                "published?place=-1",
                "nothing"
            })
    void whatCannotBeAnsweredIsNotFound(String path, KeycloakServer server) {
        assertThat(new PublicLog(server.issuer()).open(path).status()).isEqualTo(404);
    }

    private static Entry one(List<Entry> entries, String id) {
        return entries.stream()
                .filter(entry -> entry.id().text().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + id));
    }
}
