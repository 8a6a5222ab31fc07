package fr.tessere.reader.socket;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.CardAbilities;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.CardLostException;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketLinkTest {
    private static final Bytes READ_CARD_ACCESS = Bytes.ofHex("00B09C0000");

    @Test
    void carriesCommandsAndTheAnswerToReset() throws Exception {
        try (ChipServer server = ChipServer.start(chip());
                CardChannel channel = connect(server.port())) {
            assertThat(channel.transmit(READ_CARD_ACCESS).at(0)).isEqualTo(0x31);
            channel.reset();
            assertThat(channel.transmit(READ_CARD_ACCESS).at(0)).isEqualTo(0x31);
            assertThat(channel.answerToReset()).isPresent();
            assertThat(CardAbilities.ask(channel).largestAnswer()).isGreaterThan(256);
        }
    }

    @Test
    void saysThatNothingListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(codeOf(() -> connect(port))).isEqualTo(RefusalCode.CARD_MISSING);
    }

    @Test
    void losesTheCardWhenTheLinkBreaksAndFindsItAgain() throws Exception {
        ChipServer server = ChipServer.start(chip());
        int port = server.port();
        try (CardChannel channel = connect(port)) {
            channel.transmit(READ_CARD_ACCESS);
            server.close();
            assertThat(codeOf(() -> channel.transmit(READ_CARD_ACCESS))).isEqualTo(RefusalCode.CHIP_LOST);
            assertThat(codeOf(channel::reset)).isEqualTo(RefusalCode.CARD_MISSING);
            try (ChipServer again = ChipServer.start(chip(), port)) {
                channel.reset();
                assertThat(channel.transmit(READ_CARD_ACCESS).at(0)).isEqualTo(0x31);
            }
        }
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(codeOf(() -> SocketLink.connect(
                            new InetSocketAddress(silent.getInetAddress(), silent.getLocalPort()),
                            Duration.ofMillis(100))))
                    .isEqualTo(RefusalCode.CHIP_LOST);
        }
    }

    private static SoftwareChip chip() {
        return new SoftwareChip(Specimens.load("french-identity-card").contents());
    }

    private static CardChannel connect(int port) throws ReadingException {
        return SocketLink.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Duration.ofSeconds(5));
    }

    private static RefusalCode codeOf(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (CardLostException lost) {
            return lost.code();
        } catch (ReadingException refused) {
            return refused.code();
        }
        throw new AssertionError("accepted");
    }

    private interface Attempt {
        void run() throws ReadingException;
    }
}
