package fr.tessere.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.Wording;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.ChipReading;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import fr.tessere.reader.server.SignInListener;
import fr.tessere.server.Answer;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Told;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("What goes wrong beside the card is said by the reader, the page, the service and the log alike")
class ReaderTroubleTest {
    private static final String CARD = "french-identity-card";

    static Stream<String> codes() {
        return Trouble.CODES.stream().map(RefusalCode::word).sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void theServiceAndTheLogHearTheCodeThatTheReaderSaid(String code, KeycloakServer server) {
        Visitor visitor = Person.withANew(server, CARD).asked("eidas1");
        Wire wire = new Wire(visitor.readingHere());
        wire.open();
        int before = server.log().length();

        assertThat(wire.trouble(code).type()).isEqualTo("noted");
        new Told(server).since(code, before);
        new Told(server).by(code, () -> visitor.send(Map.of("step", "leave")).page());
    }

    @Test
    void aRealReaderWithAWrongCodeTellsItAndTheRightOneSignsInStill(KeycloakServer server) throws Exception {
        Visitor visitor = Visitor.arrive(
                new PlainBrowser("fr"), server.service("town-hall").begin("eidas1"));
        SignIn signIn = SignIn.open(client(visitor.readingHere()), "test", Clock.systemUTC());
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(CARD))) {
            assertThatThrownBy(() -> signIn.read(
                            card.channel(),
                            channel -> new ChipReading(new SecureRandom())
                                    .open(channel, new CardAccessNumber("111111"), (step, fraction) -> {}),
                            SignInListener.NONE))
                    .isInstanceOf(ReadingException.class);
            Wording french = new Wording(Locale.FRENCH);
            String said = french.happened(RefusalCode.CAN_WRONG) + " " + french.next(RefusalCode.CAN_WRONG);
            Page page = visitor.send(Map.of("step", "continue")).page();
            assertThat(page.find("id=\"trouble\"[^>]*>([^<]*)<")).contains(said);
            assertThat(status(visitor, page)).contains("\"state\":\"reading\"", said);

            URI back =
                    signIn.read(card.channel(), card::open, SignInListener.NONE).orElseThrow();
            assertThat(visitor.returnTo(back.toString())
                            .tokens()
                            .claims()
                            .path("acr")
                            .asText())
                    .isEqualTo("eidas1");
        }
    }

    @Test
    void onlySoMuchIsHeardOfOneReading(KeycloakServer server) {
        Wire wire = new Wire(Person.withANew(server, CARD).asked("eidas1").readingHere());
        assertThat(wire.trouble("can-wrong").code()).as("nobody opened it").isEqualTo(RefusalCode.STEP_OUT_OF_ORDER);
        wire.open();
        for (int told = 0; told < Limits.TROUBLES; told++) {
            assertThat(wire.trouble("chip-lost").type()).isEqualTo("noted");
        }
        Answer tooMuch = wire.trouble("chip-lost");
        assertThat(tooMuch.code()).isEqualTo(RefusalCode.STEP_OUT_OF_ORDER);
        assertThat(tooMuch.status()).isEqualTo(409);
    }

    @Test
    void whoHasTheOtherAddressTellsNothing(KeycloakServer server) {
        Visitor visitor = Person.withANew(server, CARD).asked("eidas1");
        new Wire(visitor.readingHere()).open();

        assertThat(new Wire(visitor.readingElsewhere()).trouble("chip-lost").code())
                .isEqualTo(RefusalCode.STEP_OUT_OF_ORDER);
    }

    /** What the page's script asks, which says it without loading anew. */
    private static String status(Visitor visitor, Page page) {
        String address = page.find("data-status=\"([^\"]*)\"").orElseThrow();
        return visitor.browser().open(URI.create(address)).body();
    }

    private static ReadingClient client(URI reading) throws ReadingException {
        return new ReadingClient(
                ReadingClient.http(), ReadingAddress.typed(reading.toString()), Duration.ofSeconds(30));
    }
}
