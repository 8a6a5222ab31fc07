package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.history.PublicLog;
import fr.tessere.history.SignedIn;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("The overview counts what the log says, and a receipt is decided again")
class OverviewTest {
    private static final String CARD = "french-identity-card";
    private static final Pattern ENTRY = Pattern.compile("/entries/([A-Za-z0-9_-]{22})\"");
    private static final Pattern COUNT = Pattern.compile("<span>([0-9]+)</span><svg");

    @Test
    void aSignInAndARefusalAreCounted(KeycloakServer server) throws Exception {
        StaffBrowser auditor = server.staff("auditor");
        allHasItsPlace(server);
        long before = sum(auditor, "sign-ins");
        long refused = sum(auditor, "refusals");
        Map<String, Long> rows = rows(auditor);

        Played.honestly(
                Visitor.arriveAt(server).readingHere(), Specimens.load(CARD).copied());
        allHasItsPlace(server);

        assertThat(sum(auditor, "sign-ins")).isEqualTo(before + 1);
        assertThat(sum(auditor, "refusals")).isEqualTo(refused + 1);
        assertThat(section(auditor, "refusals")).contains("chip-not-original", "kind=reading-refused&amp;outcome=");
        rows.replaceAll((row, count) -> count + 1);
        assertThat(rows(auditor)).isEqualTo(rows);
    }

    @Test
    void theTimeOfReadingsIsShown(KeycloakServer server) throws Exception {
        allHasItsPlace(server);
        StaffBrowser auditor = server.staff("auditor");
        long half = count(auditor, "latency", "half are faster than");
        long most = count(auditor, "latency", "95 of 100 are faster than");

        assertThat(half).isPositive().isLessThanOrEqualTo(most);
        assertThat(most).isLessThanOrEqualTo(count(auditor, "latency", "the slowest"));
        assertThat(section(auditor, "latency")).contains(" ms<");
    }

    @Test
    void whatIsTrustedIsAsOldAsItsNewestListAndNotAsTheStart(KeycloakServer server) {
        long days = ChronoUnit.DAYS.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.now());
        StaffBrowser auditor = server.staff("auditor");

        String page = auditor.openUntil("overview", "(on 2026-01-01 ").body();

        assertThat(page)
                .contains("Days since the newest list was made by a State: " + days + " (")
                .doesNotContain("used it since 2026-01-01");
        assertThat(count(auditor, "lists", "FR")).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week", "month", "", "%3Cscript%3E"})
    void anyPeriodIsShown(String period, KeycloakServer server) {
        Page page = server.staff("auditor").open("overview?period=" + period);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script").contains("aria-current=\"true\"");
        assertThat(page.body().length()).isLessThan(100_000);
    }

    @Test
    void theDecisionOfAReceiptHasTheSameOutcome(KeycloakServer server) throws Exception {
        String receipt = receipt(server);
        StaffBrowser auditor = server.staff("auditor");

        Page again = auditor.open("entries/" + receipt + "/again");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .contains("The same outcome", "sod-signature: successful", "Chip Authentication", "<td>eidas2</td>")
                .contains("rules, trust anchors and revocation lists are those of that moment");
        assertThat(auditor.open("entries/" + receipt).body()).contains("entries/" + receipt + "/again");
    }

    @Test
    void whatASwitchOfTodayWouldRefuseIsSaid(KeycloakServer server) throws Exception {
        String receipt = receipt(server);
        StaffBrowser auditor = server.staff("auditor");
        String again = "entries/" + receipt + "/again";
        assertThat(auditor.open(again).body()).doesNotContain("A kill switch of today");
        Map<String, String> form = Map.of("kind", "country", "value", "FR", "reason", "otherwise today");
        Officers officers = server.officers();
        try {
            officers.agree("switches/set", form);
            assertThat(auditor.openUntil(again, "A kill switch of today would refuse it:")
                            .body())
                    .contains("<code>country-switched-off</code>", "The same outcome")
                    .doesNotContain("Nothing: rules, trust anchors");
        } finally {
            officers.agree("switches/lift", form);
        }
        Reader.awaitAccepted(server, CARD);
        assertThat(auditor.open(again).body()).doesNotContain("A kill switch of today");
    }

    @Test
    void whatIsNoReceiptIsNotDecided(KeycloakServer server) {
        StaffBrowser auditor = server.staff("auditor");
        assertThat(auditor.open("entries/AAAAAAAAAAAAAAAAAAAAAA/again").status())
                .isEqualTo(404);
        assertThat(auditor.open("entries/x/again").status()).isEqualTo(404);
    }

    private static String receipt(KeycloakServer server) throws Exception {
        SignedIn.transaction(server);
        String found = server.staff("auditor")
                .openUntil("entries?kind=evidence&country=FR", "<td>evidence")
                .body();
        return ENTRY.matcher(found)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody signs in at the lowest level: once its last entry has a place, all before have theirs. */
    private static void allHasItsPlace(KeycloakServer server) throws Exception {
        new PublicLog(server.issuer()).inclusion(SignedIn.transaction(server));
    }

    private static long sum(StaffBrowser auditor, String chart) {
        return COUNT.matcher(section(auditor, chart))
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** What a sign-in with the card at the lowest level adds to, one by one. */
    private static Map<String, Long> rows(StaffBrowser auditor) {
        return new HashMap<>(Map.of(
                "eidas1", count(auditor, "levels", "eidas1"),
                "FR", count(auditor, "countries", "FR"),
                "chip", count(auditor, "protection", "Chip Authentication"),
                "refused", count(auditor, "refusals", "chip-not-original")));
    }

    /** The number beside this label; 0 while there is none. */
    private static long count(StaffBrowser auditor, String chart, String label) {
        Matcher row = Pattern.compile(">" + label + "(?:</a>)?</th><td><div class=\"measure\"><span>([0-9]+)")
                .matcher(section(auditor, chart));
        return row.find() ? Long.parseLong(row.group(1)) : 0;
    }

    private static String section(StaffBrowser auditor, String chart) {
        String page = auditor.open("overview").body();
        int start = page.indexOf("<h2 id=\"c-" + chart + "\">");
        return page.substring(start, page.indexOf("</section>", start));
    }
}
