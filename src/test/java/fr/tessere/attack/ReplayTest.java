package fr.tessere.attack;

import static fr.tessere.protocol.reading.RefusalCode.CHIP_NOT_ORIGINAL;
import static fr.tessere.protocol.reading.RefusalCode.PROOF_REPEATED;
import static fr.tessere.protocol.reading.RefusalCode.READING_OPENED;
import static fr.tessere.protocol.reading.RefusalCode.READING_UNKNOWN;
import static fr.tessere.protocol.reading.RefusalCode.STEP_OUT_OF_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.Answer;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("What was used once is of no use again")
class ReplayTest {
    private final SpecimenDocument card = Specimens.load("french-identity-card");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"french-identity-card", "passport-active-authentication"})
    void aRecordedSignInPlayedAgainIsRefused(String profile, KeycloakServer server) throws ReadingException {
        Played recorded = Played.honestly(Visitor.arriveAt(server).readingHere(), Specimens.load(profile));
        assertThat(recorded.last().type()).isEqualTo("done");

        Wire again = new Wire(Visitor.arriveAt(server).readingHere());
        again.open();
        assertThat(again.chip(recorded.files()).type()).isEqualTo("script");
        Answer answer = again.proof(recorded.answers().orElseThrow());

        assertThat(answer.code()).isEqualTo(CHIP_NOT_ORIGINAL);
    }

    @Test
    void aProofSentTwiceIsRefusedTheSecondTime(KeycloakServer server) throws ReadingException {
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), card);
        Answer second = played.wire().proof(played.answers().orElseThrow());

        assertThat(played.last().type()).isEqualTo("done");
        assertThat(second.code()).isEqualTo(PROOF_REPEATED);
        assertThat(second.status()).isEqualTo(409);
    }

    @Test
    void filesSentTwiceAreRefusedTheSecondTime(KeycloakServer server) throws ReadingException {
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), card);

        assertThat(played.wire().chip(played.files()).code()).isEqualTo(STEP_OUT_OF_ORDER);
    }

    @Test
    void aHandleOpensOnce(KeycloakServer server) {
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());

        assertThat(wire.open().type()).isEqualTo("opened");
        Answer second = wire.open();
        assertThat(second.code()).isEqualTo(READING_OPENED);
        assertThat(second.status()).isEqualTo(409);
    }

    @Test
    void theFirstHandleOpenedClosesTheOther(KeycloakServer server) {
        Visitor visitor = Visitor.arriveAt(server);
        new Wire(visitor.readingHere()).open();

        assertThat(new Wire(visitor.readingElsewhere()).open().code()).isEqualTo(READING_OPENED);
    }

    @Test
    void nothingCanBeSentBeforeOpen(KeycloakServer server) throws ReadingException {
        Played recorded = Played.honestly(Visitor.arriveAt(server).readingHere(), card);
        Wire early = new Wire(Visitor.arriveAt(server).readingHere());

        assertThat(early.chip(recorded.files()).code()).isEqualTo(STEP_OUT_OF_ORDER);
        assertThat(early.proof(recorded.answers().orElseThrow()).code()).isEqualTo(STEP_OUT_OF_ORDER);
    }

    @Test
    void aReadingThatThePersonLeftTakesNothingMore(KeycloakServer server) throws ReadingException {
        Played recorded = Played.honestly(Visitor.arriveAt(server).readingHere(), card);
        Visitor visitor = Visitor.arriveAt(server);
        Wire opened = new Wire(visitor.readingHere());
        opened.open();
        Visitor other = Visitor.arriveAt(server);
        Wire closed = new Wire(other.readingHere());

        visitor.goOn("leave");
        other.goOn("leave");

        assertThat(opened.chip(recorded.files()).code()).isEqualTo(READING_UNKNOWN);
        assertThat(closed.open().code()).isEqualTo(READING_UNKNOWN);
    }

    @Test
    void aGuessedHandleIsUnknown(KeycloakServer server) {
        URI guessed = URI.create(server.issuer() + "/tessere/readings/AAAAAAAAAAAAAAAAAAAAAA");
        Answer answer = new Wire(guessed).open();

        assertThat(answer.code()).isEqualTo(READING_UNKNOWN);
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aHandleIsUnknownAfterItsTime(KeycloakServer server) {
        Visitor visitor = Visitor.arriveAt(server);
        Wire opened = new Wire(visitor.readingHere());
        int left = opened.open().json().path("secondsLeft").asInt();
        assertThat(left).isBetween(1, KeycloakServer.READING_SECONDS);
        long end = System.nanoTime() + Duration.ofSeconds(left + 1L).toNanos();
        Waiting.until("the time is over", Duration.ofSeconds(left + 10L), () -> System.nanoTime() > end);

        assertThat(opened.post("proof", Wire.message(Answers.any(1))).code()).isEqualTo(READING_UNKNOWN);
        assertThat(new Wire(visitor.readingElsewhere()).open().code()).isEqualTo(READING_UNKNOWN);
    }

    @Test
    void theResultIsForTheBrowserThatBegan(KeycloakServer server) throws ReadingException {
        Visitor victim = Visitor.arriveAt(server);
        Played played = Played.honestly(victim.readingHere(), card);
        String back = played.last().json().path("returnAddress").asText();

        Visitor thief = Visitor.arriveAt(server);
        thief.returnTo(back);

        assertThat(thief.page().redirectParameters()).doesNotContainKey("code");
        assertThat(thief.page().body()).contains("browser-other");
        // the code is spent, and the reading with it
        victim.returnTo(back);
        assertThat(victim.page().redirectParameters()).doesNotContainKey("code");
    }

    @Test
    void theReturnAddressIsOfNoUseWithoutCookies(KeycloakServer server) throws ReadingException {
        Visitor victim = Visitor.arriveAt(server);
        Played played = Played.honestly(victim.readingHere(), card);
        var page = new PlainBrowser("en")
                .open(URI.create(played.last().json().path("returnAddress").asText()));

        assertThat(page.redirectParameters()).doesNotContainKey("code");
        assertThat(page.status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void aReturnAddressWorksOnce(KeycloakServer server) throws ReadingException {
        Visitor visitor = Visitor.arriveAt(server);
        Played played = Played.honestly(visitor.readingHere(), card);
        String back = played.last().json().path("returnAddress").asText();

        assertThat(visitor.returnTo(back).page().redirectParameters()).containsKey("code");
        assertThat(visitor.returnTo(back).page().redirectParameters()).doesNotContainKey("code");
    }
}
