package fr.tessere.reader.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.tessere.reader.server.FakeReadingServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** Requests to the reader's page, and the server that the page speaks to. */
abstract class AtThePage {
    static final String SAME = "Sec-Fetch-Site: same-origin";

    final ScriptedDesk desk = new ScriptedDesk();

    @AutoClose
    final FakeReadingServer server = new FakeReadingServer();

    PageServer page;
    int port;

    @BeforeEach
    void start() throws IOException {
        page = PageServer.start(0, desk, "test", Clock.systemUTC(), new SecureRandom());
        port = URI.create(page.address()).getPort();
    }

    @AfterEach
    void stop() {
        page.close();
    }

    final RawHttp get(String path, String... headers) throws IOException {
        return RawHttp.send(port, "GET", path, "", headers);
    }

    final RawHttp post(String path, String body, String... headers) throws IOException {
        return RawHttp.send(port, "POST", path, body, headers);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
