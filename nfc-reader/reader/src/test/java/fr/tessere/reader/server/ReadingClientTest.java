package fr.tessere.reader.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.reading.OpenRequest;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadingClientTest {
    @AutoClose
    private final FakeReadingServer server = new FakeReadingServer();

    @Nested
    class HostileServer {
        @Test
        void doesNotFollowRedirects() {
            server.then(302, "application/json", "{}");
            assertThat(codeOfOpen()).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
            assertThat(server.calls()).containsExactly("open");
        }

        @Test
        void refusesOtherContentTypes() throws IOException {
            server.then(200, "text/html", "{\"type\":\"problem\",\"version\":1,\"code\":\"chip-lost\"}");
            assertThat(codeOfOpen()).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        }

        @Test
        void refusesMoreThanTheLimit() {
            server.thenJson(200, "{\"type\":\"" + "x".repeat(300_000) + "\"}");
            assertThat(codeOfOpen()).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        }

        @Test
        void refusesDeepNesting() {
            server.thenJson(200, "[".repeat(100_000));
            assertThat(codeOfOpen()).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        }

        @Test
        void refusesAProblemThatSaysOk() {
            server.thenJson(200, "{\"type\":\"problem\",\"version\":1,\"code\":\"chip-lost\"}");
            assertThat(codeOfOpen()).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        }

        @Test
        void refusesAnAnswerThatSaysFailed() {
            server.thenJson(500, "{\"type\":\"done\",\"version\":1}");
            assertThat(codeOfOpen()).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        }

        @Test
        void givesUpOnADripOfBytes() throws Exception {
            try (ServerSocket drip = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread dripping = new Thread(() -> drip(drip));
                dripping.setDaemon(true);
                dripping.start();
                String address =
                        "http://127.0.0.1:" + drip.getLocalPort() + "/realms/tessere/tessere/readings/abcdefghijklmnop";
                assertThat(codeOfOpen(address, Duration.ofMillis(700))).isEqualTo(RefusalCode.SERVER_UNREACHABLE);
            }
        }

        private void drip(ServerSocket listening) {
            try (Socket socket = listening.accept()) {
                OutputStream out = socket.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 50; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void saysWhenNobodyListens() {
        String address = server.address();
        server.close();
        assertThat(codeOfOpen(address, Duration.ofSeconds(5))).isEqualTo(RefusalCode.SERVER_UNREACHABLE);
    }

    @Test
    void takesAGatewaysErrorForAServerThatIsDown() {
        server.then(503, "text/html", "<h1>Service Unavailable</h1>");
        assertThat(codeOfOpen()).isEqualTo(RefusalCode.SERVER_UNREACHABLE);
    }

    @Test
    void givesTheServersReply() throws Exception {
        server.thenGolden("opened").thenGolden("problem");
        ReadingClient client = client(server.address(), Duration.ofSeconds(5));
        assertThat(client.open(new OpenRequest(1, "test"))).isInstanceOf(OpenedReading.class);
        assertThat(client.open(new OpenRequest(1, "test"))).isEqualTo(new Problem(1, RefusalCode.CHIP_NOT_ORIGINAL));
        assertThat(server.bodies().get(0)).isEqualTo("{\"version\":1,\"reader\":\"test\"}");
    }

    private RefusalCode codeOfOpen() {
        return codeOfOpen(server.address(), Duration.ofSeconds(5));
    }

    private static RefusalCode codeOfOpen(String address, Duration patience) {
        return catchThrowableOfType(
                        ReadingException.class, () -> client(address, patience).open(new OpenRequest(1, "test")))
                .code();
    }

    private static ReadingClient client(String address, Duration patience) throws ReadingException {
        return new ReadingClient(ReadingClient.http(), ReadingAddress.typed(address), patience);
    }
}
