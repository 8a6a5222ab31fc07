package fr.tessere.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.tessere.keycloak.reading.RequestReader;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.reader.server.ReplyReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Messages between reader and server, and between reader and chip")
class MessagesFuzzTest {
    private static final RequestReader REQUESTS = new RequestReader();
    private static final ReplyReader REPLIES = new ReplyReader();

    @MethodSource("requests")
    @FuzzTest
    void openRequest(byte[] body) {
        Bounds.hold(() -> refusing(() -> REQUESTS.open(body)));
    }

    @MethodSource("requests")
    @FuzzTest
    void chipRequest(byte[] body) {
        Bounds.hold(() -> refusing(() -> REQUESTS.chip(body)));
    }

    @MethodSource("requests")
    @FuzzTest
    void proofRequest(byte[] body) {
        Bounds.hold(() -> refusing(() -> REQUESTS.proof(body)));
    }

    static Stream<byte[]> requests() {
        return Seeds.requests();
    }

    @MethodSource
    @FuzzTest
    void serverReply(byte[] body) {
        Bounds.hold(() -> refusing(() -> REPLIES.read(body)));
    }

    static Stream<byte[]> serverReply() {
        return Seeds.replies();
    }

    @MethodSource("commands")
    @FuzzTest
    void commandApdu(byte[] bytes) {
        try {
            Bytes again = CommandApdu.parse(Bytes.of(bytes)).encode();
            // the same command may have a longer form of its lengths, but it means the same
            if (!CommandApdu.parse(again).equals(CommandApdu.parse(Bytes.of(bytes)))) {
                throw new AssertionError("a command changed its meaning");
            }
        } catch (IllegalArgumentException named) {
            // lengths that do not fit
        }
    }

    static Stream<byte[]> commands() {
        return Seeds.commands();
    }

    @MethodSource("commands")
    @FuzzTest
    void responseApdu(byte[] bytes) {
        try {
            if (!ResponseApdu.parse(Bytes.of(bytes)).encode().equals(Bytes.of(bytes))) {
                throw new AssertionError("an answer changed");
            }
        } catch (IllegalArgumentException named) {
            // too short
        }
    }

    @MethodSource("commands")
    @FuzzTest
    void strictTlv(byte[] bytes) {
        try {
            StrictTlv.parseAll(Bytes.of(bytes));
        } catch (TlvException named) {
            // not TLV
        }
    }

    private static void refusing(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidMessageException named) {
            // what it is for
        }
    }
}
