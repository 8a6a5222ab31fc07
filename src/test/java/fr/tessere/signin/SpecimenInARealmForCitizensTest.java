package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("One server, two realms: specimens sign in where the realm says so, and nowhere else")
class SpecimenInARealmForCitizensTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"french-identity-card", "passport-active-authentication", "passport-without-clone-protection"})
    void isRefusedWhateverItProves(String specimen, KeycloakServer server) throws ReadingException {
        Visitor citizen = Visitor.arrive(
                new PlainBrowser("en"), server.serviceForCitizens().begin("eidas1"));

        Played played = Played.honestly(citizen.readingHere(), Specimens.load(specimen));

        assertThat(played.last().code()).isEqualTo(RefusalCode.SPECIMEN_NOT_ACCEPTED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = "french-identity-card")
    void signsInToTheRealmThatAcceptsIt(String specimen, KeycloakServer server) throws ReadingException {
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), Specimens.load(specimen));

        assertThat(played.last().type()).isEqualTo("done");
    }
}
