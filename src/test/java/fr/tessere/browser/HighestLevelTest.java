package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("The demonstration's third door: a voting proxy, to its last page, by somebody who was at a counter")
class HighestLevelTest {
    private static final Map<String, String> TYPED =
            Map.of("proxy_family", "Exemple", "proxy_given", "Noé", "commune", "Bréval", "until", "2027-06-30");

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"fr", "en"})
    void theProxyIsConfirmedAndNothingThatWasTypedIsLost(String language, KeycloakServer server, DemoService demo)
            throws ReadingException {
        try (Scene scene = Scene.with(server, demo);
                Chromium chromium = Chromium.start()) {
            CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
            CitizenAtCounter citizen = CitizenAtCounter.with(server, scene.document());
            agent.confirm(citizen.code(citizen.inSession()));
            Page page = chromium.person(language, 1280, true);

            page.navigate(demo.address() + "/proxy");
            TYPED.forEach((field, value) -> page.fill("input[name=" + field + "]", value));
            page.locator("form:has(input[name=until]) button").click();
            page.locator("a.button[href$='oauth2/authorization/proxy']").click();
            page.waitForSelector("#counter");
            new Walk(page, (name, shown) -> {}).readHere(scene.can()).behindFirstUse("form[action$='/proxy/confirm']");

            page.waitForURL("**/proxy/confirm");
            assertThat(page.locator("main").textContent()).contains("Exemple", "Noé", "Bréval", "eidas3");
            page.locator("form[action$='/proxy/confirm'] button").click();
            page.waitForSelector("main h1");
            assertThat(page.locator("form[action$='/proxy/confirm']").count())
                    .as(page.locator("main").textContent())
                    .isZero();
            assertThat(page.locator("main").textContent()).contains("Exemple", "Bréval");
        }
    }
}
