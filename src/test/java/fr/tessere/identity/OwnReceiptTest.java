package fr.tessere.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Tokens;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("What was checked in a sign-in, told to its owner in plain words")
class OwnReceiptTest {
    private static final String CARD = "identity-card-td2";
    private static final String OTHER = "identity-card-two-keys";

    @Test
    void namesChecksLevelServiceAndNumbersAndIsProvenOnTheSpot(KeycloakServer server) throws ReadingException {
        IdentityOf owner = IdentityOf.holder(server, CARD);
        Tokens tokens = IdentityOf.signIn(server, new PlainBrowser("en"), CARD, "eidas1")
                .tokens();
        URI newest = newest(owner);
        Waiting.until(
                "the entry is under a signed head",
                Duration.ofSeconds(30),
                () -> owner.browser().open(newest).body().contains("that was proven just now"));

        Page receipt = owner.browser().open(newest);

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body())
                .contains("Mairie de Bréval", "Your chip proved that it is the original")
                .contains("The signature over the data is right:", "not reported lost or stolen:")
                .contains(tokens.claims().path("txn").asText())
                .doesNotContain("receipt.check", IdentityOf.number(CARD));
        assertThat(receipt.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void isNobodyElses(KeycloakServer server) throws ReadingException {
        URI theirs = newest(IdentityOf.holder(server, CARD));
        IdentityOf other = IdentityOf.holder(server, OTHER);

        for (URI address : new URI[] {theirs, IdentityOf.address(server, "/sign-ins/" + UUID.randomUUID())}) {
            Page page = other.browser().open(address);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).contains("Your history has no such sign-in").doesNotContain("Mairie de Bréval");
        }
        assertThat(new PlainBrowser("en").open(theirs).body())
                .as("nobody signed in")
                .contains("id=\"reader\"")
                .doesNotContain("What was checked");
    }

    private static URI newest(IdentityOf owner) {
        return URI.create(
                owner.reloaded().find("href=\"([^\"]+/sign-ins/[0-9a-f-]+)\"").orElseThrow());
    }
}
