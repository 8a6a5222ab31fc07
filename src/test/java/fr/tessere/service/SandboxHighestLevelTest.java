package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.CounterAgent;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Sandbox;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("An integrator alone with the sandbox reaches the highest level, as the guide says")
class SandboxHighestLevelTest {
    private static final String TOKEN = "name=\"token\" value=\"([^\"]+)\"";

    @Test
    void byPlayingBothSidesOfTheCounter(KeycloakServer server) throws IOException {
        URI counter = URI.create(server.address() + "/realms/sandbox/tessere-counter");
        URI identity = URI.create(server.address() + "/realms/sandbox/tessere-identity");
        try (Sandbox sandbox =
                Sandbox.start(server, Files.writeString(Folders.target().resolve("sandbox-highest-key"), "AAAA"))) {
            PlainBrowser agent = signedIn(sandbox, counter, "titre-de-sejour");
            String account = agent.open(counter).find("id=\"account\">([^<]+)<").orElseThrow();
            assertThat(appoint(sandbox, "0-nobody").body()).contains("id=\"not-appointed\"");
            assertThat(appoint(sandbox, account).body()).contains("id=\"appointed\"");
            assertThat(appoint(sandbox, account).body()).as("again").contains("id=\"appointed\"");
            assertThat(server.admin().get("tessere/users?exact=true&username=" + account))
                    .as("in no other realm")
                    .isEmpty();

            PlainBrowser citizen = signedIn(sandbox, identity, "carte");
            assertThat(highest(sandbox).body()).as("before").contains("data-code=\"holder-not-compared\"");
            Page mine = citizen.open(identity);
            String code = send(citizen, mine, identity + "/documents/compare", Map.of())
                    .find("id=\"counter-code\"[^>]*>([^<]+)<")
                    .orElseThrow();
            Page compare = send(agent, agent.open(counter), counter + "/code", Map.of("code", code));
            String confirm = counter + "/" + CounterAgent.caseOn(compare) + "/confirm";
            assertThat(send(agent, agent.open(counter), confirm, CounterAgent.SEEN)
                            .body())
                    .contains("id=\"done\"");

            assertThat(highest(sandbox).body()).containsPattern("&quot;acr&quot; ?: ?&quot;eidas3&quot;");
        }
    }

    /** What the sandbox's page says, and no administrator is needed for. */
    private static Page appoint(Sandbox sandbox, String account) {
        return sandbox.submit(new PlainBrowser("en"), "/agents", Map.of("account", account));
    }

    /** A sign-in that asks for the highest level from the sandbox's page: where it ends. */
    private static Page highest(Sandbox sandbox) {
        PlainBrowser browser = new PlainBrowser("en");
        Page asked =
                sandbox.submit(browser, "/try", Map.of("scope", "openid identity evidence", "acr_values", "eidas3"));
        Visitor visitor = Visitor.sentTo(browser, asked.redirect().orElseThrow());
        Page read = read(sandbox, visitor, "carte");
        if (read.redirect().isEmpty()) {
            return read;
        }
        Page back = visitor.returnTo(read.redirect().get().toString()).page();
        return back.redirect().map(browser::open).orElse(back);
    }

    private static PlainBrowser signedIn(Sandbox sandbox, URI pages, String person) {
        PlainBrowser browser = new PlainBrowser("en");
        Visitor visitor = Visitor.sentTo(browser, pages);
        visitor.returnTo(read(sandbox, visitor, person).redirect().orElseThrow().toString());
        return browser;
    }

    private static Page read(Sandbox sandbox, Visitor visitor, String person) {
        return sandbox.submit(
                visitor.browser(),
                "/read",
                Map.of("address", visitor.readingHere().toString(), "person", person));
    }

    private static Page send(PlainBrowser browser, Page page, String form, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", page.find(TOKEN).orElseThrow());
        page.find("name=\"document\" value=\"([^\"]+)\"").ifPresent(id -> all.put("document", id));
        return browser.submit(URI.create(form), all);
    }
}
