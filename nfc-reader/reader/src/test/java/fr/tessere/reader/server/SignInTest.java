package fr.tessere.reader.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SignInTest {
    @AutoClose
    private final FakeReadingServer server = new FakeReadingServer().thenGolden("opened");

    private final ScriptedChip chip = new ScriptedChip();

    @Test
    void namesTheCauseThatTheServerNames() throws Exception {
        server.thenProblem("signer-untrusted");
        SignIn signIn = open();
        assertThat(codeOf(signIn)).isEqualTo(RefusalCode.SIGNER_UNTRUSTED);
        assertThat(signIn.canBeTriedAgain()).isFalse();
        assertThat(codeOf(signIn)).isEqualTo(RefusalCode.STEP_OUT_OF_ORDER);
        assertThat(server.calls()).containsExactly("open", "chip");
    }

    @Test
    void refusesARoundOutOfOrder() throws Exception {
        server.thenGolden("script.reopen");
        assertThat(codeOf(open())).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
    }

    @Test
    void refusesAReplyOfAnotherStep() throws Exception {
        server.thenGolden("script").thenGolden("opened");
        assertThat(codeOf(open())).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
    }

    @Test
    void refusesAReturnAddressElsewhere() throws Exception {
        server.thenGolden("script").thenGolden("done");
        assertThat(codeOf(open())).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
    }

    @Test
    void takesTwoCallsAfterOpening() throws Exception {
        server.thenGolden("script").thenDone();
        assertThat(read(open())).contains(URI.create(server.origin() + "/realms/tessere/tessere/return?code=f3Zx"));
        assertThat(server.calls()).containsExactly("open", "chip", "proof");
        assertThat(chip.done()).containsExactly("files [DG1]", "play 1");
    }

    @Test
    void playsAnotherRound() throws Exception {
        server.thenGolden("script").thenGolden("script.reopen").thenGolden("done.another-device");
        assertThat(read(open())).isEmpty();
        assertThat(chip.done()).containsExactly("files [DG1]", "play 1", "play 2 reopened");
    }

    @Test
    void readsAgainWhatACardLostBeforeTheFilesWereSent() throws Exception {
        chip.losingFiles(2);
        server.thenGolden("script").thenDone();
        assertThat(read(open())).isPresent();
        assertThat(chip.done())
                .containsExactly("files [DG1]", "reset", "files [DG1]", "reset", "files [DG1]", "play 1");
        assertThat(server.calls()).containsExactly("open", "chip", "proof");
    }

    @Test
    void playsTheSameScriptAgainOnAReopenedChip() throws Exception {
        chip.losingScripts(1);
        server.thenGolden("script").thenDone();
        assertThat(read(open())).isPresent();
        assertThat(chip.done()).containsExactly("files [DG1]", "play 1", "play 1 reopened");
    }

    @Test
    void givesUpOnACardThatIsGone() throws Exception {
        chip.losingFiles(3);
        SignIn signIn = open();
        assertThat(codeOf(signIn)).isEqualTo(RefusalCode.CHIP_LOST);
        assertThat(signIn.canBeTriedAgain()).isTrue();
        assertThat(server.calls()).containsExactly("open");
        assertThat(server.troubles()).containsExactly("{\"version\":1,\"code\":\"chip-lost\"}");
    }

    @Test
    void tellsNothingThatTheServerSaidItself() throws Exception {
        server.thenProblem("signer-untrusted");
        assertThat(codeOf(open())).isEqualTo(RefusalCode.SIGNER_UNTRUSTED);
        assertThat(server.troubles()).isEmpty();
    }

    @Test
    void tellsThatThereIsNoCard() throws Exception {
        SignIn signIn = open();
        assertThat(catchThrowableOfType(
                                ReadingException.class,
                                () -> signIn.connect(() -> {
                                    throw new ReadingException(RefusalCode.CARD_MISSING, "none in time");
                                }))
                        .code())
                .isEqualTo(RefusalCode.CARD_MISSING);
        assertThat(server.troubles()).containsExactly("{\"version\":1,\"code\":\"card-missing\"}");
    }

    @Test
    void aServerThatDoesNotHearOfItChangesNothing() throws Exception {
        chip.losingFiles(3);
        SignIn signIn = open();
        server.close();
        assertThat(codeOf(signIn)).isEqualTo(RefusalCode.CHIP_LOST);
    }

    private SignIn open() throws ReadingException {
        ReadingClient client =
                new ReadingClient(ReadingClient.http(), ReadingAddress.typed(server.address()), Duration.ofSeconds(5));
        return SignIn.open(client, "test", Clock.systemUTC());
    }

    private Optional<URI> read(SignIn signIn) throws ReadingException {
        return signIn.read(chip, channel -> chip, SignInListener.NONE);
    }

    private RefusalCode codeOf(SignIn signIn) {
        return catchThrowableOfType(ReadingException.class, () -> read(signIn)).code();
    }
}
