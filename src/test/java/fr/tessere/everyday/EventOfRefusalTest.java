package fr.tessere.everyday;

import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Told;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("What a person reads as a refusal stands in an event with the same code")
class EventOfRefusalTest {
    private static final String REALM = "tessere";
    private static final String CARD = "french-identity-card";

    private KeycloakServer server;
    private Told told;

    @BeforeEach
    void begin(KeycloakServer running) {
        server = running;
        told = new Told(running);
    }

    @Test
    void inAFirstUse() {
        Visitor visitor = Person.withANew(server, CARD).hasRead("eidas1").send(Map.of("step", "agree"));
        told.by("code-malformed", () -> chooses(visitor, "12345", "12345"));
        told.by("code-repeated", () -> chooses(visitor, "444444", "444444"));
        told.by("code-sequence", () -> chooses(visitor, "345678", "345678"));
        told.by("code-birth-date", () -> chooses(visitor, "130791", "130791"));
        told.by("codes-differ", () -> chooses(visitor, FirstUse.CODE, "862047"));
        chooses(visitor, FirstUse.CODE, FirstUse.CODE);
        told.by("email-malformed", () -> sends(visitor, Map.of("step", "email", "email", "nobody")));
    }

    @Test
    void whenSomebodyLeaves() {
        Visitor reader = Person.withANew(server, CARD).asked("eidas1");
        told.by("reading-cancelled", () -> sends(reader, Map.of("step", "leave")));
        Visitor visitor = Person.withANew(server, CARD).hasRead("eidas1");
        told.by("agreement-withheld", () -> sends(visitor, Map.of("step", "leave")));
    }

    @Test
    void aboutACodeAndTheServiceHearsIt() {
        Person person = Person.withANew(server, "residence-permit");
        person.signsIn("eidas2");
        Visitor visitor = person.elsewhere().hasRead("eidas2");
        told.by("code-wrong", () -> types(visitor, "111112"));
        told.by("code-wrong", () -> types(visitor, "111113"));
        told.by("code-delayed", () -> types(visitor, "111114"));
        told.by("code-delayed", () -> sends(visitor, Map.of("step", "leave")));
        told.by("code-delayed", () -> person.elsewhere().hasRead("eidas2").page());
    }

    @Test
    void aboutACodeThatIsBlocked() {
        Person person = Person.withANew(server, "identity-card-td2");
        person.signsIn("eidas2");
        server.admin().attribute(REALM, "tessere.code-delays", "0,0");
        try {
            Visitor visitor = person.elsewhere().hasRead("eidas2");
            for (int i = 0; i < 4; i++) {
                types(visitor, "33333" + (i + 4));
            }
            told.by("code-blocked", () -> types(visitor, "333339"));
        } finally {
            server.admin().attribute(REALM, "tessere.code-delays", "");
        }
    }

    @Test
    void aboutAForgottenCode() {
        Person person = Person.withANew(server, "passport-active-authentication");
        person.signsIn("eidas2");
        Visitor visitor = person.elsewhere().hasRead("eidas2").send(Map.of("step", "forgot"));
        told.by("mail-not-sent", () -> sends(visitor, Map.of("step", "send-number")));
        told.by("recovery-waits", () -> sends(visitor.send(Map.of("step", "wait")), Map.of("step", "waited")));
        confirmed(person, "told@example.org");
        sends(visitor, Map.of("step", "send-number"));
        told.by("mail-too-soon", () -> sends(visitor, Map.of("step", "send-number")));
        told.by("number-wrong", () -> sends(visitor, Map.of("step", "number", "number", "00000000")));
        String number = server.postBox("told@example.org").number();
        sends(visitor, Map.of("step", "number", "number", number));
        told.by("code-sequence", () -> sends(visitor, Map.of("step", "new-code", "code", "123456", "again", "123456")));
    }

    @Test
    void aboutASecondDocument() {
        Person holder = Person.withANew(server, CARD);
        holder.signsIn("eidas1");
        Person renewed = Person.withANew(server, CARD);
        Visitor visitor = renewed.hasRead("eidas2").send(Map.of("step", "mine"));
        told.by("second-proof-failed", () -> sends(visitor, Map.of("step", "prove-code", "code", "918273")));
        told.by("document-other", () -> {
            Visitor again = Visitor.arrive(
                    holder.browser(),
                    server.service("town-hall").begin(Map.of("acr_values", "eidas1", "prompt", "login")));
            return again.comeBack(renewed.readFor(again.readingHere())).page();
        });
        Person other = Person.withANew(server, "residence-permit");
        other.signsIn("eidas1");
        Visitor joins = renewed.elsewhere()
                .hasRead("eidas1")
                .send(Map.of("step", "mine"))
                .send(Map.of("step", "read-first"));
        told.by(
                "document-other-person",
                () -> joins.comeBack(other.readFor(joins.readingHere())).page());
    }

    @Test
    void aboutACodeThatIsGone() {
        Person person = Person.withANew(server, CARD);
        person.signsIn("eidas2");
        Person here = person.elsewhere();
        here.signsIn("eidas1");
        String credentials = REALM + "/users/" + account(person) + "/credentials";
        server.admin()
                .get(credentials)
                .forEach(one ->
                        server.admin().delete(credentials + "/" + one.path("id").asText()));
        told.by("code-missing", () -> here.asked("eidas2").page());
    }

    @Test
    void inMyIdentity() {
        Person person = Person.withANew(server, "identity-card-3des-ca");
        person.signsIn("eidas2");
        PlainBrowser here = person.browser();
        told.by("code-wrong", () -> form(here, "delete", Map.of("code", "918273", "sure", "yes")));
        told.by("deletion-not-confirmed", () -> form(here, "delete", Map.of("code", FirstUse.CODE)));
        told.by("codes-differ", () -> form(here, "code", Map.of("code", FirstUse.CODE, "new", "862047")));
        told.by("comparison-impossible", () -> form(here, "documents/compare", Map.of()));
        told.by("not-yours", () -> form(here, "documents/block", Map.of("document", "x")));
        told.by("not-yours", () -> new PlainBrowser("en").submit(identity("/delete"), Map.of("sure", "yes")));
        int age = server.admin().holdLevel(REALM, "eidas2", -1);
        try {
            told.by("level-too-old", () -> form(here, "delete", Map.of("code", FirstUse.CODE, "sure", "yes")));
        } finally {
            server.admin().holdLevel(REALM, "eidas2", age);
        }
        form(here, "documents/block", Map.of("document", document(here)));
        Person finder = person.elsewhere();
        told.by("document-blocked-by-holder", () -> finder.hasRead("eidas1").page());
    }

    @Test
    void aboutALevel() {
        told.by(
                "level-not-reached",
                () -> new PlainBrowser("en")
                        .open(server.service("town-hall").begin("eidas4").address()));
        Person person = Person.withANew(server, CARD);
        person.signsIn("eidas2");
        told.by("holder-not-compared", () -> person.asked("eidas3").page());
    }

    @Test
    void onAnotherDevice() {
        PlainBrowser other = new PlainBrowser("en");
        told.by(
                "short-code-unknown",
                () -> other.submit(URI.create(server.issuer() + "/tessere/code"), Map.of("code", "BBBB-BBBB")));
        told.by(
                "return-code-wrong",
                () -> other.open(URI.create(server.issuer() + "/tessere/return?code=AAAAAAAAAAAAAAAAAAAAAA")));
        Person person = Person.withANew(server, CARD);
        told.by(
                "browser-other",
                () -> other.open(
                        URI.create(person.readFor(person.asked("eidas1").readingHere()))));
        Visitor moved = person.elsewhere().asked("eidas1");
        told.by("reading-moved", () -> {
            other.submit(URI.create(moved.readingElsewhere() + "/move"), Map.of());
            return moved.goOn("continue").page();
        });
    }

    private static Page chooses(Visitor visitor, String code, String again) {
        return sends(visitor, Map.of("step", "choose", "code", code, "again", again));
    }

    private static Page types(Visitor visitor, String code) {
        return sends(visitor, Map.of("step", "code", "code", code));
    }

    private static Page sends(Visitor visitor, Map<String, String> fields) {
        return visitor.send(fields).page();
    }

    private Page form(PlainBrowser browser, String form, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", hidden(browser, "token"));
        return browser.submit(identity("/" + form), all);
    }

    private String document(PlainBrowser browser) {
        return hidden(browser, "document");
    }

    private String hidden(PlainBrowser browser, String name) {
        return browser.open(identity(""))
                .find("name=\"" + name + "\" value=\"([^\"]*)\"")
                .orElseThrow();
    }

    private URI identity(String path) {
        return URI.create(server.issuer() + "/tessere-identity" + path);
    }

    /** As if the link of the message had confirmed it. */
    private void confirmed(Person person, String address) {
        server.admin().confirmed(account(person), address);
    }

    private String account(Person person) {
        // the first page signs in to the client of these pages
        person.browser().open(identity(""));
        return person.browser()
                .open(identity("/download"))
                .find("\"account\"\\s*:\\s*\"([^\"]+)\"")
                .orElseThrow();
    }
}
