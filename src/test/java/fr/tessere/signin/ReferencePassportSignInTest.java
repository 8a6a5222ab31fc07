package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Tokens;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.DocumentFolder;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("The reference passport of BSI TR-03105-5 signs in")
class ReferencePassportSignInTest {

    @Test
    void byItsOwnSignatureWithItsSignerAsAnchorThoughItsTimeIsOver(KeycloakServer server)
            throws IOException, ReadingException {
        var passport =
                DocumentFolder.of(Folders.testdata().resolve("bsi-tr03105-5")).load();
        try (SpecimenCard card = SpecimenCard.overTcp(passport)) {
            Tokens tokens = Errand.withReaderHere(server, "town-hall", card);
            JsonNode claims = tokens.claims();

            assertThat(server.service("town-hall")
                            .userinfo(tokens)
                            .path("family_name")
                            .asText())
                    .isEqualToIgnoringCase("Mustermann");
            assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
            assertThat(claims.at("/tessere_evidence/proof").asText()).isEqualTo("chip-authentication");
            assertThat(claims.at("/tessere_evidence/document_expired").asBoolean())
                    .isTrue();
            assertThat(claims.at("/tessere_evidence/specimen").asBoolean()).isTrue();
        }
    }
}
