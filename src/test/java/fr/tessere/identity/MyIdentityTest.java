package fr.tessere.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("My identity: what its holder sees and decides, and nobody else")
class MyIdentityTest {
    private static final String CARD = "identity-card-td2";
    private static final String OTHER = "identity-card-two-keys";

    @Nested
    @DisplayName("Somebody else")
    class SomebodyElse {
        @Test
        void isSentToSignInAndToldNothing(KeycloakServer server) {
            for (String path : new String[] {"", "/download", "/?done=blocked"}) {
                Page page = new PlainBrowser("en").open(IdentityOf.address(server, path));
                assertThat(page.body()).contains("id=\"reader\"").doesNotContain("Lost? Block it");
            }
        }

        @Test
        void comesNowhereWithASessionOfTheLowestLevel(KeycloakServer server) throws ReadingException {
            IdentityOf.holder(server, CARD);
            PlainBrowser browser = new PlainBrowser("en");
            IdentityOf.signIn(server, browser, CARD, "eidas1");

            Page page = browser.open(IdentityOf.address(server, ""));
            assertThat(page.body()).doesNotContain("Lost? Block it");

            Page refused = browser.submit(
                    IdentityOf.address(server, "/passkeys/remove"), Map.of("token", "x", "passkey", "x"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("not-yours");
        }

        @Test
        void seesNoHistoryOfOthers(KeycloakServer server) throws ReadingException {
            IdentityOf one = IdentityOf.holder(server, CARD);
            IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas1");
            assertThat(one.page().body()).contains("Mairie de Bréval");

            IdentityOf other = IdentityOf.holder(server, OTHER);

            assertThat(other.json().path("signIns").toString())
                    .doesNotContain(one.json().at("/documents/0/digest").asText());
            assertThat(other.json().path("account")).isNotEqualTo(one.json().path("account"));
        }

        @Test
        void blocksNoDocumentAndEndsNoSessionOfOthers(KeycloakServer server) throws ReadingException {
            IdentityOf victim = IdentityOf.holder(server, CARD);
            IdentityOf attacker = IdentityOf.holder(server, OTHER);

            for (Map.Entry<String, String> form : Map.of(
                            "documents/block", "document", "sessions/end", "session", "documents/unblock", "document")
                    .entrySet()) {
                String theirs = victim.hidden(form.getValue());
                Page refused = attacker.submit(form.getKey(), Map.of(form.getValue(), theirs, "code", FirstUse.CODE));
                assertThat(refused.body()).as(form.getKey()).contains("not-yours");
            }

            assertThat(victim.reloaded().body()).contains("Lost? Block it").doesNotContain("Blocked since");
        }

        @Test
        void postsNothingFromAPageOfTheirs(KeycloakServer server) throws ReadingException {
            IdentityOf victim = IdentityOf.holder(server, CARD);
            IdentityOf attacker = IdentityOf.holder(server, OTHER);
            String document = victim.hidden("document");

            for (String token : new String[] {"", "x", attacker.hidden("token")}) {
                Page refused = victim.browser()
                        .submit(
                                IdentityOf.address(server, "/documents/block"),
                                Map.of("token", token, "document", document));
                assertThat(refused.status()).isEqualTo(403);
            }
            assertThat(victim.reloaded().body()).doesNotContain("Blocked since");
        }
    }

    @Test
    void aLostDocumentIsBlockedAtOnceAndUnblockedByTheCode(KeycloakServer server) throws ReadingException {
        IdentityOf holder = IdentityOf.holder(server, CARD);
        String document = holder.hidden("document");

        Page blocked = holder.submit("documents/block", Map.of("document", document));
        assertThat(blocked.body()).contains("Blocked since", "id=\"done\"");
        assertThat(IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas1")
                        .page()
                        .body())
                .contains("document-blocked-by-holder");

        assertThat(holder.submit("documents/unblock", Map.of("document", document, "code", "111111"))
                        .body())
                .contains("Blocked since", "code-wrong");
        assertThat(holder.submit("documents/unblock", Map.of("document", document, "code", FirstUse.CODE))
                        .body())
                .doesNotContain("Blocked since");
        assertThat(IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas1")
                        .page()
                        .redirectParameters())
                .containsKey("code");
    }

    @Test
    void aBlockedDocumentIsUnblockedAtASignInByItsCodeAndByNothingLess(KeycloakServer server) throws ReadingException {
        IdentityOf holder = IdentityOf.holder(server, CARD);
        holder.submit("documents/block", Map.of("document", holder.hidden("document")));

        Visitor finder = IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas1");
        for (Map<String, String> attempt : List.of(
                Map.of("step", "continue"),
                Map.of("step", "forgot"),
                Map.of("step", "agree"),
                Map.of("step", "unblock"),
                Map.of("step", "unblock", "code", "111111"))) {
            finder.send(attempt);
            assertThat(FirstUse.shows(finder.page(), "unblock-document"))
                    .as(attempt.toString())
                    .isTrue();
        }
        assertThat(finder.page().body()).contains("code-wrong");
        assertThat(finder.send(Map.of("step", "leave")).page().redirectParameters())
                .hasEntrySatisfying(
                        "error_description", text -> assertThat(text).startsWith("document-blocked-by-holder"));

        Visitor owner = IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas2");
        owner.send(Map.of("step", "unblock", "code", FirstUse.CODE));
        assertThat(owner.tokens().claims().path("acr").asText()).isEqualTo("eidas2");
        assertThat(holder.reloaded().body()).doesNotContain("Blocked since");
    }

    @Test
    void historySaysWhoWhenHowAndWhat(KeycloakServer server) throws ReadingException {
        IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas1");

        Page page = IdentityOf.holder(server, CARD).page();

        assertThat(page.body()).contains("Mairie de Bréval", "Level: low.", "On this computer.", "family name");
    }

    @Test
    void dataIsDownloadedWithoutNumbersOfDocuments(KeycloakServer server) throws ReadingException {
        IdentityOf holder = IdentityOf.holder(server, CARD);

        Page file = holder.browser().open(IdentityOf.address(server, "/download"));

        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        JsonNode data = holder.json();
        assertThat(data.path("documents")).hasSize(1);
        assertThat(data.at("/personalCode/chosen").asText()).isNotEmpty();
        assertThat(data.path("keptForPasskeys")).as("there is no passkey").isEmpty();
        assertThat(data.at("/logOfSecurityEvents/monthsUntilNobodyCanTraceItBack")
                        .asInt())
                .isEqualTo(12);
        assertThat(file.body()).doesNotContain(IdentityOf.number(CARD));
    }

    @Test
    void aConsentIsSeenAndWithdrawnAndTheServiceAsksAgain(KeycloakServer server) throws ReadingException {
        Map<String, String> asking = Map.of("scope", "openid age", "acr_values", "eidas1", "prompt", "consent");
        Visitor visitor =
                Visitor.arrive(new PlainBrowser("en"), server.service("library").begin(asking));
        visitor.returnTo(Played.honestly(visitor.readingHere(), Specimens.load(CARD))
                .last()
                .json()
                .path("returnAddress")
                .asText());
        visitor.send(Map.of("step", "accept", "claim", "age_over_18"));
        visitor.tokens();
        IdentityOf holder = IdentityOf.holder(server, CARD);
        assertThat(holder.page().body()).contains("Withdraw the consent for Bibliothèque", "18 or older");
        assertThat(holder.json().path("consents").toString()).contains("library");

        Map<String, String> library = Map.of("service", "library");
        assertThat(holder.submit("consents/withdraw", library).body())
                .contains("Your consent is withdrawn", "You have given no service a consent");
        assertThat(holder.submit("consents/withdraw", library).body())
                .as("there is none any more")
                .contains("not-yours");
        Visitor again =
                Visitor.arrive(holder.browser(), server.service("library").begin(Map.of("scope", "openid age")));
        assertThat(FirstUse.shows(again.page(), "consent")).isTrue();
    }

    @Test
    void aSessionElsewhereIsEnded(KeycloakServer server) throws ReadingException {
        PlainBrowser elsewhere = new PlainBrowser("en");
        IdentityOf.signIn(server, elsewhere, CARD, "eidas1");
        IdentityOf holder = IdentityOf.holder(server, CARD);

        for (int most = 30; most > 0 && holder.page().body().contains("Session of "); most--) {
            holder.submit("sessions/end", Map.of("session", holder.otherSession()));
        }

        assertThat(Visitor.arrive(elsewhere, server.service("town-hall").begin("eidas1"))
                        .page()
                        .redirect())
                .isEmpty();
        assertThat(holder.reloaded().body()).contains("This session");
    }

    @Test
    void aDeletedIdentityIsNoMore(KeycloakServer server) throws ReadingException, IOException {
        String card = "passport-p384-aes256";
        IdentityOf holder = IdentityOf.holder(server, card);
        JsonNode account = holder.json().path("account");

        assertThat(holder.submit("delete", Map.of("code", FirstUse.CODE)).body())
                .contains("deletion-not-confirmed");
        assertThat(holder.submit("delete", Map.of("code", "111111", "sure", "yes"))
                        .body())
                .contains("code-wrong");
        assertThat(holder.submit("delete", Map.of("code", FirstUse.CODE, "sure", "yes"))
                        .body())
                .contains("id=\"deleted\"", "Kept: the log");

        assertThat(holder.browser().open(IdentityOf.address(server, "")).body()).contains("id=\"reader\"");
        assertThat(IdentityOf.holder(server, card).json().path("account")).isNotEqualTo(account);
    }

    @Nested
    @DisplayName("Whether somebody has an account")
    class WhoHasAnAccount {
        @Test
        void isNotToldByAnAddressOrANameThatIsTyped(KeycloakServer server) throws ReadingException, IOException {
            String account =
                    IdentityOf.holder(server, CARD).json().path("account").asText();
            URI staff = URI.create(server.issuer() + "/tessere/officer");

            String known = answer(staff, account);
            String unknown = answer(staff, "4d5fe6ae-0000-4000-8000-000000000000");

            assertThat(known).isEqualTo(unknown);
        }

        private String answer(URI staff, String name) {
            PlainBrowser browser = new PlainBrowser("en");
            Page form = browser.open(staff);
            Page answer = browser.submit(
                    form.address().resolve(form.attributes("form", "action").get(0)),
                    Map.of("username", name, "password", "guess"));
            return answer.status() + answer.find("role=\"alert\">(.*?)</p>").orElse("no message");
        }
    }

    @Test
    void keycloaksOwnAccountInterfaceIsClosed(KeycloakServer server) throws ReadingException {
        IdentityOf holder = IdentityOf.holder(server, CARD);
        for (String path : new String[] {"", "credentials", "sessions", "applications"}) {
            Page page = holder.browser().open(URI.create(server.issuer() + "/account/" + path + "?"));
            assertThat(page.body()).as(path).doesNotContain("\"username\"", "userCredentialMetadatas");
        }
    }

    static JsonNode json(Page page) {
        try {
            return JsonMapper.builder().build().readTree(page.body());
        } catch (IOException e) {
            throw new AssertionError("no JSON, status " + page.status(), e);
        }
    }
}
