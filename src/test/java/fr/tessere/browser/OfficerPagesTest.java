package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Every officer can use the officers' pages (WCAG 2 A and AA)")
class OfficerPagesTest {
    private static final List<String> PAGES = List.of(
            "",
            "/overview",
            "/alerts",
            "/proposals",
            "/switches",
            "/documents",
            "/import",
            "/trust",
            "/trust?country=FR",
            "/entries",
            "/entries?kind=login",
            "/log");

    private static final Pattern ENTRY = Pattern.compile("/entries/([A-Za-z0-9_-]{22})\"");

    @ParameterizedTest(name = "in {0} at {1} pixels, {2}")
    @CsvSource({"fr, 320, DARK", "en, 1280, LIGHT"})
    void noPageViolatesTheStandard(String language, int width, ColorScheme scheme, KeycloakServer server)
            throws Exception {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person(language, width, true, scheme);
            String pages = server.issuer() + "/tessere/officer";
            OfficerTour.enter(page, server);
            PageCheck check = new PageCheck(page);
            StaffBrowser second = server.staff("second-officer");
            second.send("switches/set", Map.of("kind", "country", "value", "ZEA", "reason", "something to look at"));
            String alone = width == 320 ? "ZFA" : "ZFB";
            second.send(
                    "switches/set",
                    Map.of("kind", "country", "value", alone, "reason", "nobody else is here", "urgent", "yes"));
            server.alerts().await("alone", "switch country " + alone.toLowerCase(java.util.Locale.ROOT));
            List<String> all = new ArrayList<>(PAGES);
            String receipt = receipt(server, second);
            all.add("/entries/" + receipt);
            all.add("/entries/" + receipt + "/again");
            for (String one : all) {
                assertThat(page.navigate(pages + one).status()).as(one).isEqualTo(200);
                check.look("officer" + one, page);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(language, width, one)));
            }
            while (second.open("proposals").body().contains("name=\"id\"")) {
                second.send("proposals/reject", Map.of("id", Officers.newest(second), "reason", "it was looked at"));
            }

            assertThat(check.faults()).isEmpty();
        }
    }

    /** The evidence of a sign-in that was made just now. */
    private static String receipt(KeycloakServer server, StaffBrowser officer) throws Exception {
        Visitor visitor = Visitor.arriveAt(server);
        String back = Played.honestly(visitor.readingHere(), Specimens.load("french-identity-card"))
                .last()
                .json()
                .path("returnAddress")
                .asText();
        visitor.returnTo(back);
        return ENTRY.matcher(officer.openUntil("entries?kind=evidence", "<td>evidence")
                        .body())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** For people to look at. */
    private static Path picture(String language, int width, String page) {
        String name = page.replaceAll("[A-Za-z0-9_-]{22}", "one").replaceAll("[^a-zA-Z]+", "-");
        return Folders.target().resolve("officer-pages/%s-%d%s.png".formatted(language, width, name));
    }
}
