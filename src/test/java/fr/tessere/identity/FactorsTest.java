package fr.tessere.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A factor is not removed or changed below the level that it protects: by somebody who has the card alone")
class FactorsTest {
    private static final String CARD = "identity-card-td2";

    /** Everything that a form could bring. */
    private static final Map<String, String> FIELDS = Map.of(
            "token",
            "00",
            "code",
            FirstUse.CODE,
            "new",
            "862047",
            "again",
            "862047",
            "passkey",
            "x",
            "document",
            "x",
            "sure",
            "yes");

    @ParameterizedTest
    @ValueSource(strings = {"passkeys/remove", "code", "address", "documents/unblock", "delete"})
    void notByAFormOfMyIdentity(String form, KeycloakServer server) throws ReadingException {
        PlainBrowser finder = withTheCardAlone(server);

        Page refused = finder.submit(IdentityOf.address(server, "/" + form), FIELDS);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("not-yours");
        codeIsAsBefore(server);
    }

    @Test
    void notInASessionWhoseLevelIsOver(KeycloakServer server) throws ReadingException {
        IdentityOf left = IdentityOf.holder(server, "identity-card-3des-ca");
        String document = left.hidden("document");
        left.submit("documents/block", Map.of("document", document));
        // as if the person had gone away for longer than the level holds
        int age = server.admin().holdLevel("tessere", "eidas2", -1);
        try {
            for (String form : List.of("passkeys/remove", "code", "address", "documents/unblock", "delete")) {
                Map<String, String> fields = new HashMap<>(FIELDS);
                fields.put("document", document);
                assertThat(left.submit(form, fields).body()).as(form).contains("level-too-old", "id=\"sign-in-again\"");
            }
            assertThat(left.reloaded().body()).contains("Blocked since");
        } finally {
            server.admin().holdLevel("tessere", "eidas2", age);
        }
        assertThat(left.submit("documents/unblock", Map.of("document", document, "code", FirstUse.CODE))
                        .body())
                .doesNotContain("Blocked since");
        assertThat(left.submit("code", Map.of("code", FirstUse.CODE, "new", "862047", "again", "862047"))
                        .body())
                .as("the code was as before")
                .contains("Your personal code is changed");
        left.submit("code", Map.of("code", "862047", "new", FirstUse.CODE, "again", FirstUse.CODE));
    }

    @Test
    void aLostDocumentIsBlockedHoweverOldTheLevel(KeycloakServer server) throws ReadingException {
        IdentityOf left = IdentityOf.holder(server, "passport-p384-aes256");
        String document = left.hidden("document");
        int age = server.admin().holdLevel("tessere", "eidas2", -1);
        try {
            assertThat(left.submit("documents/block", Map.of("document", document))
                            .body())
                    .contains("Blocked since");
            Page again = left.browser().open(IdentityOf.address(server, "/again"));
            assertThat(again.body()).as("to sign in again").contains("id=\"reader\"");
        } finally {
            server.admin().holdLevel("tessere", "eidas2", age);
        }
        left.submit("documents/unblock", Map.of("document", document, "code", FirstUse.CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete_credential:x",
                "UPDATE_PASSWORD",
                "CONFIGURE_TOTP",
                "delete_account",
                "UPDATE_EMAIL",
                "UPDATE_PROFILE",
                "webauthn-register",
                "webauthn-register-passwordless"
            })
    void notByAnActionOfKeycloaksOwn(String action, KeycloakServer server) throws ReadingException {
        PlainBrowser finder = withTheCardAlone(server);

        RelyingService.Attempt attempt =
                server.service("town-hall").begin(Map.of("acr_values", "eidas1", "kc_action", action));

        Visitor visitor = Visitor.arrive(finder, attempt);
        if (visitor.page().redirect().isEmpty()) {
            // Keycloak wants a sign-in of this very second before it deletes: the card alone makes one, and nothing
            // else
            Played played = Played.honestly(visitor.readingHere(), Specimens.load(CARD));
            visitor.returnTo(played.last().json().path("returnAddress").asText());
        }
        Page end = visitor.page();
        assertThat(end.redirectParameters())
                .as("the browser is back at the service, and nothing was asked: %s %s", end.status(), end.body())
                .containsKey("state");
        codeIsAsBefore(server);
    }

    @Test
    void notByKeycloaksOwnAccountService(KeycloakServer server) throws ReadingException {
        PlainBrowser finder = withTheCardAlone(server);
        for (String path : new String[] {"account/credentials", "account/", "account/credentials/x/label"}) {
            assertThat(finder.open(URI.create(server.issuer() + "/" + path)).body())
                    .as(path)
                    .doesNotContain("tessere-code", "webauthn");
        }
    }

    private static PlainBrowser withTheCardAlone(KeycloakServer server) throws ReadingException {
        IdentityOf.holder(server, CARD);
        PlainBrowser finder = new PlainBrowser("en");
        IdentityOf.signIn(server, finder, CARD, "eidas1");
        return finder;
    }

    private static void codeIsAsBefore(KeycloakServer server) throws ReadingException {
        Visitor owner = IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas2");
        assertThat(owner.tokens().claims().path("acr").asText()).isEqualTo("eidas2");
    }
}
