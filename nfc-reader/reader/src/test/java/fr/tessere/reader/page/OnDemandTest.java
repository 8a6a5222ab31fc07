package fr.tessere.reader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page behind a socket of the session manager")
class OnDemandTest {
    @Test
    void answersThereAsItDoesAtItsOwnPort() throws IOException {
        try (ServerSocketChannel door = listening("127.0.0.1");
                PageServer page = behind(door)) {
            int outside = ((InetSocketAddress) door.getLocalAddress()).getPort();
            assertThat(page.address()).isEqualTo("http://127.0.0.1:" + outside);
            assertThat(RawHttp.send(outside, "GET", "/", "").status()).isEqualTo(200);
            assertThat(RawHttp.send(outside, "GET", "/", "", "Host: evil.example:" + outside)
                            .status())
                    .isEqualTo(421);
        }
    }

    @Test
    void refusesOneThatOtherMachinesReach() throws IOException {
        try (ServerSocketChannel door = listening("0.0.0.0")) {
            assertThatThrownBy(() -> behind(door)).isInstanceOf(IOException.class);
        }
    }

    private static ServerSocketChannel listening(String address) throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(address, 0));
    }

    private static PageServer behind(ServerSocketChannel door) throws IOException {
        return PageServer.behind(door, new ScriptedDesk(), "test", Clock.systemUTC(), new SecureRandom());
    }
}
