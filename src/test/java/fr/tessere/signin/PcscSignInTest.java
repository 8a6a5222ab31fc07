package fr.tessere.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.pcsc.PcscReaders;
import fr.tessere.reader.script.ChipReading;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.reader.script.ProgressListener;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PcscStack;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.VirtualReaderLink;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A citizen signs in with a card in a PC/SC reader")
class PcscSignInTest {
    private static final String READER = "Virtual PCD 00 00";

    /** One for all: the JDK remembers its connection to the first service it saw. */
    private static @Nullable PcscStack stack;

    private final SpecimenDocument document = Specimens.load("french-identity-card");

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

    /** The service hears a little later that a card was taken away; the next test must not meet that one. */
    @AfterEach
    void waitForAnEmptyReader() {
        Waiting.until("the reader is empty", Duration.ofSeconds(15), () -> {
            try (CardChannel still = new PcscReaders().connect(Optional.of(READER), Duration.ofMillis(300))) {
                return false;
            } catch (ReadingException gone) {
                return gone.code() == RefusalCode.CARD_MISSING;
            }
        });
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

    @Nested
    @DisplayName("from a terminal")
    class FromATerminal {
        @ParameterizedTest
        @CsvSource({"read", "inspect", "page"})
        void theReadersAreListed(String command) {
            ReaderProgram.Ended ended = ReaderProgram.run("", command, "--list");

            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output().lines()).contains("  pcsc:" + READER);
        }

        @ParameterizedTest
        @CsvSource({"pcsc", "pcsc:" + READER})
        void theNamedReaderIsRead(String reader, KeycloakServer server) {
            Visitor visitor = Visitor.arriveAt(server);
            try (VirtualReaderLink card = layDown()) {
                assertThat(card.isConnected()).isTrue();
                ReaderProgram.Ended ended = read(visitor, reader);

                assertThat(ended.exitCode()).as(ended.output()).isZero();
                var claims = TerminalSignInTest.returned(visitor, ended).claims();
                assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
            }
        }

        @Test
        void aReaderThatIsNotThereIsNamed(KeycloakServer server) {
            ReaderProgram.Ended ended = read(Visitor.arriveAt(server), "pcsc:no such reader");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.output()).contains(RefusalCode.READER_MISSING.word());
        }

        private ReaderProgram.Ended read(Visitor visitor, String reader) {
            return ReaderProgram.run(
                    document.can().orElseThrow(),
                    "read",
                    visitor.readingHere().toString(),
                    "--reader=" + reader,
                    "--can-from-stdin");
        }
    }

    @Nested
    @DisplayName("and the card is taken away, or is not there")
    class ThatIsTakenAway {
        private static final Duration PATIENCE = Duration.ofSeconds(15);

        private final PcscReaders readers = new PcscReaders();
        private final CardAccessNumber can = new CardAccessNumber(document.can().orElseThrow());

        @Test
        void isReadAfterEachReset() throws ReadingException {
            try (VirtualReaderLink card = layDown();
                    CardChannel channel = readers.connect(Optional.of(READER), PATIENCE)) {
                assertThat(card.isConnected()).isTrue();
                for (int time = 0; time < 2; time++) {
                    UnverifiedFiles files = opened(channel).readFiles(Set.of(FileId.DG1));
                    assertThat(files.sod()).isEqualTo(document.fileOf(FileId.SOD));
                    assertThat(files.largestAnswer()).isGreaterThan(256);
                }
            }
        }

        @Test
        void isLostAndFoundAgain() throws ReadingException {
            VirtualReaderLink card = layDown();
            try (CardChannel channel = readers.connect(Optional.of(READER), PATIENCE)) {
                OpenedChip opened = opened(channel);
                card.close();
                assertThat(codeOf(() -> opened.readFiles(Set.of()))).isEqualTo(RefusalCode.CHIP_LOST);
                card = layDown();
                assertThat(opened.readFiles(Set.of()).sod()).isEqualTo(document.fileOf(FileId.SOD));
            } finally {
                card.close();
            }
        }

        @Test
        void thereIsNoCard() {
            assertThat(codeOf(() -> readers.connect(Optional.of("Virtual PCD 00 01"), Duration.ofMillis(300))))
                    .isEqualTo(RefusalCode.CARD_MISSING);
        }

        @Test
        void thereIsNoSuchReader() {
            assertThat(codeOf(() -> readers.connect(Optional.of("no such reader"), PATIENCE)))
                    .isEqualTo(RefusalCode.READER_MISSING);
        }

        private OpenedChip opened(CardChannel channel) throws ReadingException {
            return new ChipReading(new SecureRandom()).open(channel, can, ProgressListener.NONE);
        }

        private static RefusalCode codeOf(ThrowingCallable attempt) {
            return catchThrowableOfType(ReadingException.class, attempt).code();
        }
    }

    private VirtualReaderLink layDown() {
        return VirtualReaderLink.connect(
                new SoftwareChip(document.contents()),
                requireNonNull(stack).virtualReader().getPort());
    }
}
