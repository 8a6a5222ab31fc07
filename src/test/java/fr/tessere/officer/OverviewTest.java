package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("The overview counts what the log says, and a receipt is decided again")
class OverviewTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CARD = "french-identity-card";
    private static final Pattern COUNT = Pattern.compile("<span>([0-9]+)</span><svg");

    @Test
    void aSignInAndARefusalAreCounted(KeycloakServer server) throws Exception {
        StaffBrowser auditor = server.staff("auditor");
        long before = sum(auditor, "sign-ins");
        long refused = sum(auditor, "refusals");

        signIn(server);
        Played.honestly(
                Visitor.arriveAt(server).readingHere(), Specimens.load(CARD).copied());

        Waiting.until("the refusal has its place", PATIENCE, () -> sum(auditor, "refusals") > refused);
        assertThat(sum(auditor, "sign-ins")).isEqualTo(before + 1);
        assertThat(sum(auditor, "refusals")).isEqualTo(refused + 1);
        assertThat(section(auditor, "refusals")).contains("chip-not-original", "kind=reading-refused&amp;outcome=");
        assertThat(section(auditor, "levels")).contains("eidas1");
        assertThat(section(auditor, "countries")).contains(">FR<");
        assertThat(section(auditor, "protection")).contains("Chip Authentication");
        assertThat(section(auditor, "latency")).contains(" ms<");
        assertThat(section(auditor, "lists")).contains("<table");
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
        signIn(server);
        StaffBrowser auditor = server.staff("auditor");
        String found = auditor.openUntil("entries?kind=evidence&country=FR", "<td>evidence")
                .body();
        String receipt = Pattern.compile("/entries/([A-Za-z0-9_-]{22})\"")
                .matcher(found)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();

        Page again = auditor.open("entries/" + receipt + "/again");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .contains("The same outcome", "sod-signature: successful", "Chip Authentication", "<td>eidas2</td>")
                .contains("rules, trust anchors and revocation lists are those of that moment");
        assertThat(auditor.open("entries/" + receipt).body()).contains("entries/" + receipt + "/again");
    }

    @Test
    void whatIsNoReceiptIsNotDecided(KeycloakServer server) {
        StaffBrowser auditor = server.staff("auditor");
        assertThat(auditor.open("entries/AAAAAAAAAAAAAAAAAAAAAA/again").status())
                .isEqualTo(404);
        assertThat(auditor.open("entries/x/again").status()).isEqualTo(404);
    }

    private static void signIn(KeycloakServer server) throws Exception {
        Visitor visitor = Visitor.arriveAt(server);
        String back = Played.honestly(visitor.readingHere(), Specimens.load(CARD))
                .last()
                .json()
                .path("returnAddress")
                .asText();
        assertThat(visitor.returnTo(back).tokens().claims().path("txn").asText())
                .isNotEmpty();
    }

    private static long sum(StaffBrowser auditor, String chart) {
        return COUNT.matcher(section(auditor, chart))
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static String section(StaffBrowser auditor, String chart) {
        String page = auditor.open("overview").body();
        int start = page.indexOf("<h2 id=\"c-" + chart + "\">");
        return page.substring(start, page.indexOf("</section>", start));
    }
}
