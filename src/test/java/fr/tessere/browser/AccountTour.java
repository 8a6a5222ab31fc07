package fr.tessere.browser;

import com.microsoft.playwright.Page;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Pages of somebody who has an account and loses this or that: the address, the code, the document, and all of it in the end. */
final class AccountTour {
    private static final String WEAK_CODE = "123456";
    private static final String NEW_CODE = "862047";
    private static final Map<String, String> LOW = Map.of("acr_values", "eidas1");
    private static final Map<String, String> SUBSTANTIAL = Map.of("acr_values", "eidas2");

    private final Walk walk;
    private final Page page;
    private final KeycloakServer server;
    private final SpecimenDocument document = NewDocument.like("residence-permit");
    private final String address = UUID.randomUUID() + "@example.org";
    private final String back;

    AccountTour(Walk walk, KeycloakServer server) {
        this.walk = walk;
        this.server = server;
        page = walk.page();
        back = server.service("town-hall").redirect() + "**";
        // nothing listens at this service's address
        page.route(back, route -> route.fulfill());
    }

    void through() {
        firstUse();
        confirmed();
        forgottenCode();
        blockedDocument();
        passkeys();
        end();
    }

    private void firstUse() {
        arrive(LOW, "#agree");
        page.locator("#agree button[value=agree]").click();
        chooses("#choose-code", WEAK_CODE);
        page.waitForSelector("#wrong");
        walk.saw("first-use-code-wrong");
        chooses("#choose-code", FirstUse.CODE);
        page.waitForSelector("#give-email");
        page.fill("#email", "nobody");
        page.locator("button[value=email]").click();
        page.waitForSelector("#wrong");
        walk.saw("first-use-email-wrong");
        page.fill("#email", address);
        page.locator("button[value=email]").click();
        page.waitForURL(back);
    }

    private void confirmed() {
        page.navigate(server.postBox(address).link().orElseThrow().toString());
        walk.saw("email-confirm");
        page.locator("#confirm-email button").click();
        page.waitForSelector("#confirmed");
        walk.saw("email-confirmed");
    }

    private void forgottenCode() {
        arrive(SUBSTANTIAL, "#type-code");
        types("#type-code", "111112");
        page.waitForSelector("#wrong");
        walk.saw("personal-code-wrong");
        page.locator("button[value=forgot]").click();
        page.waitForSelector("#by-mail");
        walk.saw("forgotten-code-by-mail");
        page.locator("button[value=send-number]").click();
        page.waitForSelector("#type-number");
        walk.saw("forgotten-code-number");
        page.fill("#number", server.postBox(address).number());
        page.locator("#type-number button").click();
        page.waitForSelector("#choose-new-code");
        walk.saw("forgotten-code-new");
        chooses("#choose-new-code", NEW_CODE);
        page.waitForURL(back);
    }

    private void blockedDocument() {
        myIdentity();
        page.locator("#documents ~ details summary").click();
        page.locator("form[action$='documents/block'] button").click();
        page.waitForSelector("#done");
        walk.saw("identity-blocked");
        arrive(LOW, "#unblock-document");
        walk.saw("document-blocked");
        types("#unblock-document", NEW_CODE);
        page.waitForURL(back);
    }

    private void passkeys() {
        begin(enrolling(SUBSTANTIAL));
        page.locator("#use-passkey:visible").waitFor();
        walk.saw("passkey-enrolment");
        arrive(enrolling(LOW), "#refusal");
        walk.saw("passkey-needs-card");
        page.context().clearCookies();
        begin(LOW);
        page.locator("#by-passkey").click();
        page.locator("#use-passkey:visible").waitFor();
        walk.saw("passkey");
    }

    private void end() {
        arrive(
                Map.of(
                        "acr_values",
                        "eidas2",
                        "scope",
                        "openid profile email birthplace birthcountry preferred_username"),
                "#type-code");
        types("#type-code", NEW_CODE);
        page.waitForSelector("#civil-status");
        walk.saw("civil-status");
        page.locator("button[value=skip]").click();
        page.waitForURL(back);
        myIdentity();
        // the oldest is the first use, which a document began
        page.locator("a[href*='/sign-ins/']").last().click();
        page.waitForSelector("#included");
        walk.saw("identity-receipt");
        myIdentity();
        deletes();
        page.waitForSelector("#wrong");
        walk.saw("identity-wrong");
        page.evaluate("document.querySelectorAll('input[name=token]').forEach(field => field.value = 'x')");
        page.locator("form[action$='sessions/end'] button").first().click();
        page.waitForSelector("#wrong");
        walk.saw("identity-refused");
        myIdentity();
        page.locator("#delete ~ details summary").click();
        page.check("#sure");
        page.locator("#delete ~ details summary").click();
        deletes();
        page.waitForSelector("#deleted");
        walk.saw("identity-deleted");
    }

    private void deletes() {
        page.locator("#delete ~ details summary").click();
        page.fill("#delete-code", NEW_CODE);
        page.locator("form[action$='/delete'] button").click();
    }

    private void myIdentity() {
        page.navigate(server.issuer() + "/tessere-identity");
        page.waitForSelector("#documents");
    }

    /** As somebody whom this browser does not know: reads the document and comes to the page that this selector names. */
    private void arrive(Map<String, String> request, String next) {
        page.context().clearCookies();
        begin(request);
        page.waitForSelector("#reader");
        try {
            walk.throughAReaderElsewhere(document);
        } catch (ReadingException broken) {
            throw new AssertionError(broken);
        }
        page.waitForSelector(next);
    }

    private void begin(Map<String, String> request) {
        page.navigate(server.service("town-hall").begin(request).address().toString());
    }

    private static Map<String, String> enrolling(Map<String, String> request) {
        Map<String, String> more = new HashMap<>(request);
        more.put("kc_action", "tessere-passkey-enrolment");
        return more;
    }

    private void chooses(String form, String code) {
        page.waitForSelector(form);
        page.fill("#code", code);
        page.fill("#again", code);
        page.locator(form + " button").click();
    }

    private void types(String form, String code) {
        page.fill("#code", code);
        page.locator(form + " button").click();
    }
}
