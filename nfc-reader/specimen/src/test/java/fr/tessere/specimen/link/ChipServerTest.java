package fr.tessere.specimen.link;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.chip.AccessSecrets;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.ChipSettings;
import fr.tessere.specimen.chip.SoftwareChip;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A chip over TCP, with the framing of the virtual PC/SC reader")
@Timeout(20)
class ChipServerTest {
    private static final String SELECT_APPLICATION = "000C" + "00A4040C07A0000002471001";
    private static final String READ_COM = "0005" + "00B09E0000";

    private final ChipServer server = ChipServer.start(openChip());

    @AfterEach
    void takeChipAway() {
        server.close();
    }

    @Test
    void answersCommandsAndTellsItsAnswerToReset() throws IOException {
        try (Socket terminal = terminal(server.port())) {
            assertThat(exchange(terminal, "000104")).startsWith("3B8A8001");
            assertThat(exchange(terminal, SELECT_APPLICATION)).isEqualTo("9000");
            assertThat(exchange(terminal, READ_COM)).isEqualTo("60009000");
        }
    }

    @Test
    void answersSeveralMessagesThatCameInOnePacket() throws IOException {
        try (Socket terminal = terminal(server.port())) {
            send(terminal, SELECT_APPLICATION + READ_COM);
            assertThat(receive(terminal)).isEqualTo("9000");
            assertThat(receive(terminal)).isEqualTo("60009000");
        }
    }

    @Test
    void resetsTheChipOnDemandAndForEachNewTerminal() throws IOException {
        try (Socket terminal = terminal(server.port())) {
            exchange(terminal, SELECT_APPLICATION);
            send(terminal, "000102");
            assertThat(exchange(terminal, READ_COM)).isEqualTo("6A82");
            exchange(terminal, SELECT_APPLICATION);
        }
        try (Socket terminal = terminal(server.port())) {
            assertThat(exchange(terminal, READ_COM)).isEqualTo("6A82");
        }
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"0000", "000109", "474554202F20485454502F312E310D0A0D0A", "00", "FFFF00"})
    void leavesATerminalThatSendsRubbishAndServesTheNext(String rubbish) throws IOException {
        try (Socket terminal = terminal(server.port())) {
            send(terminal, rubbish);
        }
        try (Socket terminal = terminal(server.port())) {
            assertThat(exchange(terminal, SELECT_APPLICATION)).isEqualTo("9000");
        }
    }

    @Test
    void closesTheConnectionOnAnUnknownControl() throws IOException {
        try (Socket terminal = terminal(server.port())) {
            send(terminal, "000109");
            assertThat(terminal.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void endsWhileATerminalIsConnected() throws IOException {
        try (Socket terminal = terminal(server.port())) {
            exchange(terminal, SELECT_APPLICATION);
            server.close();
            assertThat(terminal.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void liesOnAReaderThatListens() throws Exception {
        try (ServerSocket reader = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                VirtualReaderLink link = VirtualReaderLink.connect(openChip(), reader.getLocalPort());
                Socket card = reader.accept()) {
            send(card, "000101");
            assertThat(exchange(card, "000104")).startsWith("3B8A8001");
            assertThat(exchange(card, SELECT_APPLICATION)).isEqualTo("9000");
            assertThat(link.isConnected()).isTrue();
            card.close();
            link.awaitEnd();
            assertThat(link.isConnected()).isFalse();
        }
    }

    private static SoftwareChip openChip() {
        return new SoftwareChip(new ChipContents(
                Map.of(FileId.COM, Bytes.ofHex("6000")),
                new AccessSecrets(Optional.empty(), Optional.empty()),
                Set.of(),
                List.of(),
                Optional.empty(),
                ChipSettings.DEFAULT));
    }

    private static Socket terminal(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static String exchange(Socket socket, String message) throws IOException {
        send(socket, message);
        return receive(socket);
    }

    private static void send(Socket socket, String message) throws IOException {
        socket.getOutputStream().write(Bytes.ofHex(message).toArray());
    }

    private static String receive(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return Bytes.of(in.readNBytes(in.readUnsignedShort())).toHex();
    }
}
