package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import fr.tessere.history.Acts;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Played;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.server.Told;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chromium's own virtual authenticator: a passkey provider without a device (Chrome DevTools Protocol, WebAuthn). */
@ExtendWith(WithKeycloak.class)
@DisplayName("A passkey, enrolled behind card and code, stands for the card where a service asks for little")
class PasskeyTest {
    private static final String ADDRESS = "passkey@example.org";

    private final SpecimenDocument document = NewDocument.like("french-identity-card");

    @Test
    void fromTheCardToThePasskeyAndBackToTheCard(KeycloakServer server) throws ReadingException {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person("en", 1280, true);
            PageCheck check = new PageCheck(page);
            PasskeyPages.with(server, page);
            enrol(server, page, check);
            assertThat(dataOf(server, page)
                            .at("/keptForPasskeys/0/sent/family_name/value")
                            .asText())
                    .isNotEmpty();
            page.context().clearCookies();
            standsForTheCard(server, page, check);

            RelyingService.Attempt more = begin(server, page, Map.of("acr_values", "eidas2"));
            assertThat(page.locator("#ladder").textContent()).contains("20 seconds");
            assertThat(page.locator("#by-passkey").count()).as("not enough").isZero();
            Walk walk = new Walk(page, (name, shown) -> {});
            JsonNode raised =
                    finish(server, page, more, () -> readElsewhere(walk)).claims();
            assertThat(raised.path("acr").asText()).isEqualTo("eidas2");
            assertThat(raised.path("amr").toString())
                    .as("no code was asked for")
                    .isEqualTo("[\"hwk\",\"user\",\"mfa\"]");
            servesTheSecondLevelWhereTheRealmSaysSo(server, page);
            staysInASessionWhoseLevelIsOver(server, page);
            goesWithAllThatWasKeptForIt(server, page);
            assertThat(check.faults()).isEmpty();
        }
    }

    private static void standsForTheCard(KeycloakServer server, Page page, PageCheck check) {
        Acts acts = Acts.fromNow(server);
        RelyingService.Attempt low = begin(server, page, Map.of("acr_values", "eidas1", "scope", "openid identity"));
        page.locator("#by-passkey").click();
        page.locator("#use-passkey:visible").waitFor();
        check.look("passkey", page);
        Tokens tokens =
                finish(server, page, low, () -> page.locator("#use-passkey").click());
        assertThat(tokens.claims().path("acr").asText()).isEqualTo("eidas1");
        assertThat(tokens.claims().path("amr").toString()).isEqualTo("[\"user\",\"mfa\"]");
        assertThat(birthdate(server, tokens)).isEqualTo("1991-07-13");
        isLogged(acts, tokens, "eidas1");
        assertThat(server.metrics()).containsPattern("tessere_signins_total\\{channel=\"none\",level=\"eidas1\"");
    }

    /** Level and way stand in the entry of the sign-in; no document was read, so there is no receipt of one. */
    private static void isLogged(Acts acts, Tokens tokens, String level) {
        JsonNode issue =
                acts.await("code-to-token", "id " + tokens.claims().path("txn").asText());
        assertThat(issue.path("fields").has("receipt")).isFalse();
        String session = "session " + issue.at("/fields/session").asText();
        acts.await("login", session, "level " + level, "proof passkey", "person");
    }

    /** The holder's data. */
    private static JsonNode dataOf(KeycloakServer server, Page page) {
        page.navigate(server.issuer() + "/tessere-identity");
        page.locator("#passkeys").waitFor();
        String data = page.context()
                .request()
                .get(server.issuer() + "/tessere-identity/download")
                .text();
        try {
            return JsonMapper.builder().build().readTree(data);
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static void servesTheSecondLevelWhereTheRealmSaysSo(KeycloakServer server, Page page) {
        server.admin().attribute("tessere", "tessere.passkey-level", "eidas2");
        Acts acts = Acts.fromNow(server);
        try {
            page.context().clearCookies();
            RelyingService.Attempt attempt = begin(server, page, Map.of("acr_values", "eidas2"));
            page.locator("#by-passkey").click();
            page.locator("#use-passkey:visible").waitFor();
            Tokens tokens = finish(
                    server, page, attempt, () -> page.locator("#use-passkey").click());
            assertThat(tokens.claims().path("acr").asText()).isEqualTo("eidas2");
            assertThat(tokens.claims().path("amr").toString()).isEqualTo("[\"user\",\"mfa\"]");
            isLogged(acts, tokens, "eidas2");
            JsonNode data = dataOf(server, page);
            assertThat(data.path("sentInThisSession"))
                    .as("the kept identity is what this session sends")
                    .isEqualTo(data.at("/keptForPasskeys/0/sent"));
            assertThat(page.locator("section[aria-labelledby=sent]").textContent())
                    .contains("With your passkey", "From the line for machines");
        } finally {
            server.admin().attribute("tessere", "tessere.passkey-level", "");
        }
    }

    private static void goesWithAllThatWasKeptForIt(KeycloakServer server, Page page) {
        Acts acts = Acts.fromNow(server);
        remove(server, page, "#done");
        acts.await("remove-credential", "client tessere-identity", "credential webauthn-passwordless", "person");
        assertThat(server.postBox(ADDRESS).text()).contains("It signs in to no service any more.");
        assertThat(dataOf(server, page).path("keptForPasskeys")).isEmpty();
    }

    private static void staysInASessionWhoseLevelIsOver(KeycloakServer server, Page page) {
        int age = server.admin().holdLevel("tessere", "eidas2", -1);
        try {
            remove(server, page, "#sign-in-again");
            assertThat(page.locator("#refusal").textContent()).isEqualTo("level-too-old");
        } finally {
            server.admin().holdLevel("tessere", "eidas2", age);
        }
    }

    @Test
    void isAddedFromMyIdentity(KeycloakServer server) throws ReadingException {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person("en", 1280, true);
            PasskeyPages.with(server, page);
            page.navigate(server.issuer() + "/tessere-identity");
            Walk walk = new Walk(page, (name, shown) -> {});
            readElsewhere(walk);
            walk.behindFirstUse("#documents");
            page.locator("#add-passkey").click();
            page.locator("#use-passkey:visible").waitFor();
            page.locator("#use-passkey").click();
            page.locator("form[action$='passkeys/remove']").waitFor();
        }
    }

    @Test
    void oneThatFailsLeadsBackToTheCardAndToTheService(KeycloakServer server) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person("en", 1280, true);
            begin(server, page, Map.of("acr_values", "eidas1"));
            page.locator("#by-passkey").click();
            page.locator("#use-passkey:visible").waitFor();
            // what a browser says when the person turns away from its question
            page.evaluate(
                    "() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')); }");
            page.locator("#use-passkey").click();
            page.locator("#wrong").waitFor();
            assertThat(page.locator("#refusal").textContent()).isEqualTo("passkey-failed");
            new Told(server).ever("passkey-failed");
            page.locator("button[value=document]").click();
            page.locator("#reader").waitFor();
        }
    }

    @Test
    void isNotEnrolledBehindTheCardAlone(KeycloakServer server) throws ReadingException {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person("en", 1280, true);
            PasskeyPages.with(server, page);
            Map<String, String> low = new HashMap<>(PasskeyPages.ENROL);
            low.put("acr_values", "eidas1");
            Walk walk = new Walk(page, (name, shown) -> {});
            Visitor firstUse = Visitor.arriveAt(server);
            firstUse.returnTo(Played.honestly(firstUse.readingHere(), document)
                    .last()
                    .json()
                    .path("returnAddress")
                    .asText());

            begin(server, page, low);
            readElsewhere(walk);

            page.locator("#refusal").waitFor();
            assertThat(page.locator("#refusal").textContent()).isEqualTo("passkey-needs-card");
            new Told(server).ever("passkey-needs-card");
            Request back = page.waitForRequest(
                    server.service("town-hall").redirect() + "**",
                    () -> page.locator("button[name=cancel-aia]").click());
            assertThat(back.url()).contains("kc_action_status=cancelled");
        }
    }

    private static void remove(KeycloakServer server, Page page, String then) {
        page.navigate(server.issuer() + "/tessere-identity");
        page.locator("form[action$='passkeys/remove'] button").click();
        page.locator(then).waitFor();
    }

    private static String birthdate(KeycloakServer server, Tokens tokens) {
        return server.service("town-hall").userinfo(tokens).path("birthdate").asText();
    }

    private void enrol(KeycloakServer server, Page page, PageCheck check) throws ReadingException {
        useFirst(server);
        Acts acts = Acts.fromNow(server);
        RelyingService.Attempt attempt = begin(server, page, PasskeyPages.ENROL);
        Walk walk = new Walk(page, (name, shown) -> {});
        readElsewhere(walk);
        walk.behindFirstUse("#use-passkey");
        page.locator("#use-passkey:visible").waitFor();
        check.look("passkey-enrolment", page);
        Tokens tokens =
                finish(server, page, attempt, () -> page.locator("#use-passkey").click());
        assertThat(tokens.claims().path("acr").asText()).isEqualTo("eidas2");
        acts.await("update-credential", "client town-hall", "credential webauthn-passwordless", "person");
        assertThat(server.postBox(ADDRESS).text())
                .contains("a passkey signs you in without your document", "remove the passkey under “My identity”");
    }

    /** A first use, and as if the link of the message had confirmed the address. */
    private void useFirst(KeycloakServer server) throws ReadingException {
        CitizenAtCounter holder = CitizenAtCounter.with(server, document);
        holder.confirmed(holder.inSession(), ADDRESS);
    }

    private static RelyingService.Attempt begin(KeycloakServer server, Page page, Map<String, String> parameters) {
        return PasskeyPages.of(server, page).begin("town-hall", parameters);
    }

    private static Tokens finish(KeycloakServer server, Page page, RelyingService.Attempt attempt, Runnable last) {
        return PasskeyPages.of(server, page).finish(attempt, last);
    }

    private void readElsewhere(Walk walk) {
        try {
            walk.throughAReaderElsewhere(document);
        } catch (ReadingException broken) {
            throw new AssertionError(broken);
        }
    }
}
