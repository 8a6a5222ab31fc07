package fr.tessere.reader.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.server.FakeReadingServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where the reader's page leads: to the other language, and on from every refusal")
class PageLinksTest {
    private static final String SAME = "Sec-Fetch-Site: same-origin";

    private final ScriptedDesk desk = new ScriptedDesk();
    private FakeReadingServer server;
    private PageServer page;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = new FakeReadingServer();
        page = PageServer.start(0, desk, "test", Clock.systemUTC(), new SecureRandom());
        port = URI.create(page.address()).getPort();
    }

    @AfterEach
    void stop() {
        page.close();
        server.close();
    }

    @Test
    void speaksTheLanguageThatWasChosenOnThePage() throws IOException {
        RawHttp chosen = get("/?lang=fr", "Accept-Language: en");
        assertThat(chosen.body()).contains("<html lang=\"fr\">", "href=\"/?lang=en\"");
        String cookie = chosen.header("Set-Cookie").orElseThrow();
        assertThat(cookie).isEqualTo("tessere-language=fr; Path=/; HttpOnly; SameSite=Lax");
        assertThat(get("/", "Accept-Language: en", "Cookie: a=b; tessere-language=fr")
                        .body())
                .contains("<html lang=\"fr\">");
        RawHttp nonsense = get("/?lang=%22%3E%3Cscript%3E", "Accept-Language: en", "Cookie: tessere-language=xx");
        assertThat(nonsense.body()).contains("<html lang=\"en\">").doesNotContain("<script>");
        assertThat(nonsense.header("Set-Cookie")).isEmpty();
    }

    @Test
    void keepsTheAddressWhenTheLanguageChanges() throws IOException {
        String place = "/read?address=" + encoded(server.address());
        assertThat(confirm().body()).contains("href=\"" + place + "&amp;lang=fr\"");
        assertThat(get(place + "&lang=fr").body()).contains("<html lang=\"fr\">", "href=\"" + place + "&amp;lang=en\"");
    }

    @Test
    void leadsOnFromEveryRefusal() throws IOException {
        assertThat(get("/read?address=nonsense").body()).contains("<a class=\"button\" href=\"/\">");
        desk.withoutReader();
        String form = "token=" + confirm().token() + "&address=" + encoded(server.address());
        assertThat(post("/read", form, SAME, "Accept-Language: fr").body())
                .contains(
                        "href=\"/read?address=" + encoded(server.address()) + "\"",
                        server.origin() + "/realms/tessere/tessere/help/reader-missing?kc_locale=fr");
    }

    private RawHttp confirm() throws IOException {
        return get("/read?address=" + encoded(server.address()));
    }

    private RawHttp get(String path, String... headers) throws IOException {
        return RawHttp.send(port, "GET", path, "", headers);
    }

    private RawHttp post(String path, String body, String... headers) throws IOException {
        return RawHttp.send(port, "POST", path, body, headers);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
