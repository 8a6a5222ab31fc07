package fr.tessere.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PcscStack;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A citizen signs in with a card in a PC/SC reader")
class PcscSignInTest {
    /** One for all: the JDK remembers its connection to the first service it saw. */
    private static @Nullable PcscStack stack;

    @BeforeAll
    static void startPcsc() {
        stack = PcscStack.start();
    }

    @AfterAll
    static void endPcsc() {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "french-identity-card, chip-authentication",
        "passport-active-authentication, active-authentication",
    })
    void throughARealPcscStack(String profile, String proof, KeycloakServer server) throws ReadingException {
        try (SpecimenCard card = SpecimenCard.overPcsc(Specimens.load(profile), requireNonNull(stack))) {
            var claims = Errand.withReaderHere(server, "town-hall", card).claims();

            assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
            assertThat(claims.at("/tessere_evidence/proof").asText()).isEqualTo(proof);
        }
    }
}
