package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import fr.tessere.history.Acts;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Officers;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Told;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A passkey is worth no more than the document behind which it was enrolled")
class PasskeyOfDocumentTest {
    private static final Map<String, String> LITTLE = Map.of("acr_values", "eidas1");
    private static final String BLOCKED = "passkey-document-blocked";

    private final SpecimenDocument first = NewDocument.like("french-identity-card");
    private final SpecimenDocument second = NewDocument.like("french-identity-card");

    @Test
    void theOneOfABlockedDocumentSignsNobodyInAndTheOthersDo(KeycloakServer server) throws ReadingException {
        CitizenAtCounter.with(server, first);
        addSecond(server);
        try (Chromium chromium = Chromium.start()) {
            PasskeyPages phone = PasskeyPages.with(server, chromium.person("en", 1280, true));
            PasskeyPages laptop = PasskeyPages.with(server, chromium.person("en", 1280, true));
            phone.enrol(first);
            enrolUnderATakenName(server, laptop);
            String subject = phone.signIn().claims().path("sub").asText();
            assertThat(laptop.signIn().claims().path("sub").asText()).isEqualTo(subject);

            reportedByOfficers(server, phone, laptop);
            blockedByItsHolder(server, phone, laptop);
        }
    }

    private void enrolUnderATakenName(KeycloakServer server, PasskeyPages laptop) {
        RelyingService.Attempt attempt = laptop.beginEnrolment(second);
        Page page = laptop.page();
        assertThat(page.locator("#label").inputValue()).isEqualTo("My device 2");
        page.locator("#label").fill("My device");
        page.locator("#use-passkey").click();
        page.locator("#wrong").waitFor();
        assertThat(page.locator("#refusal").textContent()).isEqualTo("passkey-label-taken");
        new Told(server).ever("passkey-label-taken");
        page.locator("#use-passkey:visible").waitFor();
        laptop.finish(attempt, () -> page.locator("#use-passkey").click());
        page.context().clearCookies();
    }

    /** The session that the passkey began ends too, and all of it comes back when the report is lifted. */
    private void reportedByOfficers(KeycloakServer server, PasskeyPages phone, PasskeyPages laptop) {
        Officers officers = server.officers();
        Acts acts = Acts.fromNow(server);
        officers.agree("documents/report", lost());
        try {
            phone.begin("tax-office", LITTLE);
            assertThat(phone.page().locator("#reader").count())
                    .as("the next service asks for the card")
                    .isEqualTo(1);
            assertThat(phone.refused()).isEqualTo(BLOCKED);
            new Told(server).ever(BLOCKED);
            acts.await("login", "outcome " + BLOCKED, "person");
            laptop.signIn();
            PageCheck check = new PageCheck(laptop.page());
            assertThat(states(server, laptop)).contains("this document is blocked or reported");
            check.look("my-identity-passkey-blocked", laptop.page());
            assertThat(check.faults()).isEmpty();
        } finally {
            officers.agree("documents/lift", lost());
        }
        phone.signIn();
    }

    private void blockedByItsHolder(KeycloakServer server, PasskeyPages phone, PasskeyPages laptop) {
        assertThat(states(server, laptop)).isEmpty();
        Page page = laptop.page();
        page.locator("details:has(form[action$='documents/block']) summary")
                .first()
                .click();
        page.locator("form[action$='documents/block'] button").first().click();
        page.locator("#done").waitFor();
        assertThat(page.locator(".passkey-state").count()).isEqualTo(1);
        assertThat(phone.refused()).isEqualTo(BLOCKED);

        page.locator("details:has(form[action$='documents/unblock']) summary").click();
        page.locator("form[action$='documents/unblock'] input[name=code]").fill(FirstUse.CODE);
        page.locator("form[action$='documents/unblock'] button").click();
        page.locator("#done").waitFor();
        phone.signIn();
    }

    @Test
    void oneOfWhichNobodyKnowsTheDocumentSignsNobodyIn(KeycloakServer server) throws ReadingException {
        CitizenAtCounter holder = CitizenAtCounter.with(server, first);
        PlainBrowser browser = holder.inSession();
        holder.identity(browser);
        String account =
                "tessere/users/" + holder.download(browser).path("account").asText();
        try (Chromium chromium = Chromium.start()) {
            PasskeyPages phone = PasskeyPages.with(server, chromium.person("en", 1280, true));
            phone.enrol(first);
            phone.signIn();
            // as one is that was there before documents were remembered, or that an administrator brings
            JsonNode passkey = passkey(server, account);
            server.admin().delete(account + "/credentials/" + passkey.path("id").asText());
            server.admin()
                    .put(
                            account,
                            "{\"credentials\":[{\"type\":\"webauthn-passwordless\",\"secretData\":\"{}\","
                                    + "\"credentialData\":"
                                    + quoted(passkey.path("credentialData").asText()) + "}]}");

            assertThat(phone.refused()).isEqualTo("passkey-without-document");
            new Told(server).ever("passkey-without-document");
            assertThat(holder.identity(browser).body()).contains("it is not known with which document it was made");
            assertThat(holder.download(browser).path("keptForPasskeys").findValues("sent"))
                    .as("nobody has it any more for whom this was kept")
                    .isEmpty();
        }
    }

    private static JsonNode passkey(KeycloakServer server, String account) {
        for (JsonNode one : server.admin().get(account + "/credentials")) {
            if (one.path("type").asText().equals("webauthn-passwordless")) {
                return one;
            }
        }
        throw new AssertionError("no passkey");
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** What "my identity" says of passkeys that sign nobody in, in a session of the second document and the code. */
    private String states(KeycloakServer server, PasskeyPages laptop) {
        Page page = laptop.page();
        page.context().clearCookies();
        page.navigate(server.issuer() + "/tessere-identity");
        laptop.read(second).behindFirstUse("#passkeys");
        return String.join(" ", page.locator(".passkey-state").allTextContents());
    }

    /** The second document opens the account of the first, which is read behind it. */
    private void addSecond(KeycloakServer server) throws ReadingException {
        Visitor visitor = Visitor.arriveAt(server);
        visitor.comeBack(back(visitor, second));
        visitor.send(Map.of("step", "mine")).send(Map.of("step", "read-first"));
        visitor.comeBack(back(visitor, first)).tokens();
    }

    private static String back(Visitor visitor, SpecimenDocument document) throws ReadingException {
        return Played.honestly(visitor.readingHere(), document)
                .last()
                .json()
                .path("returnAddress")
                .asText();
    }

    private Map<String, String> lost() {
        String number = first.mrz().text().substring(5, 14).replace("<", "");
        return Map.of("state", "FRA", "type", "ID", "number", number, "status", "lost", "reason", "the owner called");
    }
}
