package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PcscStack;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A citizen signs in with a card in a PC/SC reader")
class PcscSignInTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "french-identity-card, chip-authentication",
        "passport-active-authentication, active-authentication",
    })
    void throughARealPcscStack(String profile, String proof, KeycloakServer server) throws ReadingException {
        try (PcscStack stack = PcscStack.start();
                SpecimenCard card = SpecimenCard.overPcsc(Specimens.load(profile), stack)) {
            var claims = Errand.withReaderHere(server, "town-hall", card).claims();

            assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
            assertThat(claims.at("/tessere_evidence/proof").asText()).isEqualTo(proof);
        }
    }
}
