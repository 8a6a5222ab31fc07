package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import fr.tessere.reader.server.SignInListener;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("The clock of the machine that the card lies on does not matter: the server says how much time is left")
class ReadersClockTest {
    @ParameterizedTest(name = "{0} minutes ahead")
    @ValueSource(ints = {-5, 5})
    void mayBeFiveMinutesOff(int minutes, KeycloakServer server) throws ReadingException {
        Visitor visitor = Visitor.arriveAt(server);
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load("french-identity-card"))) {
            ReadingClient client = new ReadingClient(
                    ReadingClient.http(),
                    ReadingAddress.typed(visitor.readingHere().toString()),
                    Duration.ofSeconds(30));
            URI back = SignIn.open(client, "tessere-reader 0.1.0", wrong)
                    .read(card.channel(), card::open, SignInListener.NONE)
                    .orElseThrow();

            assertThat(visitor.returnTo(back.toString()).page().redirectParameters())
                    .containsKey("code");
        }
    }
}
