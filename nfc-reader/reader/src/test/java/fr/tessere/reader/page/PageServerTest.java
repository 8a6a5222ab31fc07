package fr.tessere.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest extends AtThePage {
    @Nested
    @DisplayName("Another origin")
    class AnotherOrigin {
        @ParameterizedTest
        @ValueSource(strings = {"evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]", "127.0.0.1.nip.io"})
        void isToldNothingUnderAnotherName(String host) throws IOException {
            RawHttp answer = get("/read?address=" + encoded(server.address()), "Host: " + host);
            assertThat(answer.status()).isEqualTo(421);
            assertThat(answer.body()).isEmpty();
        }

        @Test
        void isToldNothingUnderTwoNames() throws IOException {
            RawHttp answer = get("/", "Host: 127.0.0.1:" + port, "Host: evil.example");
            assertThat(answer.status()).isBetween(400, 499);
        }

        @Test
        void cannotOpenAReading() throws IOException {
            String form = "token=" + confirm().token() + "&address=" + encoded(server.address());
            assertThat(post("/read", form, "Origin: https://evil.example").status())
                    .isEqualTo(403);
            assertThat(post("/read", form, "Origin: null").status()).isEqualTo(403);
            assertThat(post("/read", form).status()).isEqualTo(403);
            assertThat(post("/read", form, "Origin: http://127.0.0.1:1").status())
                    .isEqualTo(403);
            assertThat(post("/read", form, "Sec-Fetch-Site: same-site").status())
                    .isEqualTo(403);
            assertThat(post("/read", form, "Sec-Fetch-Site: none").status()).isEqualTo(403);
            assertThat(post("/read", form, "Origin: " + page.address(), "Sec-Fetch-Site: cross-site")
                            .status())
                    .isEqualTo(403);
            assertThat(post("/read", form, SAME, "Origin: https://evil.example").status())
                    .isEqualTo(403);
            assertThat(server.calls()).isEmpty();
        }

        @Test
        void cannotEmbedOrFetchThePage() throws IOException {
            String read = "/read?address=" + encoded(server.address());
            for (String how : List.of("Sec-Fetch-Dest: iframe", "Sec-Fetch-Dest: image", "Sec-Fetch-Dest: empty")) {
                RawHttp answer = get(read, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", how);
                assertThat(answer.status()).isEqualTo(403);
            }
            assertThat(get("/look/look.css", "Sec-Fetch-Site: cross-site").status())
                    .isEqualTo(403);
        }

        @Test
        void isGivenNoPermission() throws IOException {
            RawHttp answer = get("/read?address=" + encoded(server.address()), "Origin: https://evil.example");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Set-Cookie")).isEmpty();
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
            RawHttp preflight = RawHttp.send(
                    port,
                    "OPTIONS",
                    "/read",
                    "",
                    "Origin: https://evil.example",
                    "Access-Control-Request-Method: POST");
            assertThat(preflight.status()).isEqualTo(405);
            assertThat(preflight.head()).doesNotContainIgnoringCase("Access-Control");
        }
    }

    @Nested
    @DisplayName("A request of its own")
    class OwnRequest {
        @Test
        void needsTheTokenOfItsForm() throws IOException {
            String address = "&address=" + encoded(server.address());
            assertThat(post("/read", "token=" + address, SAME).status()).isEqualTo(403);
            assertThat(post("/read", address.substring(1), SAME).status()).isEqualTo(403);
            String other = confirm(server.address() + "x").token();
            assertThat(post("/read", "token=" + other + address, SAME).status()).isEqualTo(403);
            assertThat(server.calls()).isEmpty();
        }

        @Test
        void needsTheCookieOfItsReading() throws IOException {
            server.thenGolden("opened");
            Opened opened = open();
            assertThat(get(opened.path).status()).isEqualTo(404);
            assertThat(get(opened.path + "/progress").status()).isEqualTo(404);
            assertThat(get(opened.path, "Cookie: tessere-reading=x").status()).isEqualTo(404);
            String token = get(opened.path, opened.cookie).token();
            assertThat(post(opened.path, "kind=can&can=123456&token=" + token, SAME)
                            .status())
                    .isEqualTo(404);
            assertThat(post(opened.path, "kind=can&can=123456&token=x", SAME, opened.cookie)
                            .status())
                    .isEqualTo(403);
            assertThat(desk.chip().done()).isEmpty();
        }

        @Test
        void isNeverChangedByGet() throws IOException {
            server.thenGolden("opened");
            confirm();
            assertThat(server.calls()).isEmpty();
            Opened opened = open();
            String token = get(opened.path, opened.cookie).token();
            get(opened.path + "?kind=can&can=123456&token=" + token, opened.cookie);
            assertThat(desk.chip().done()).isEmpty();
            assertThat(server.calls()).containsExactly("open");
        }

        @Test
        void isRefusedWhenTooLarge() throws IOException {
            assertThat(post("/read", "token=" + "x".repeat(9_000), SAME).status())
                    .isEqualTo(413);
        }
    }

    @Test
    void refusesAnAddressThatIsNoReading() throws IOException {
        RawHttp answer = get("/read?address=" + encoded("https://evil.example/<script>"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("address-invalid").doesNotContain("<script>");
        assertThat(confirm("http://evil.example/realms/r/tessere/readings/abcdefghijklmnop")
                        .body())
                .contains("address-invalid");
    }

    @Test
    void doesNotSpendAReadingWithoutAReader() throws IOException {
        desk.withoutReader();
        String form = "token=" + confirm().token() + "&address=" + encoded(server.address());
        assertThat(post("/read", form, SAME).body()).contains("reader-missing");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void escapesWhatTheServerSays() throws IOException {
        server.thenJson(
                200,
                "{\"type\":\"opened\",\"version\":1,\"service\":\"<img src=x onerror='alert(1)'>\",\"claims\":[\"<b>\"],"
                        + "\"level\":\"eidas1\",\"comparisonCode\":\"48\",\"channel\":\"this-device\",\"secondsLeft\":9,"
                        + "\"files\":[\"dg1\"]}");
        Opened opened = open();
        assertThat(get(opened.path, opened.cookie).body())
                .doesNotContain("<img src=x", "<b>")
                .contains("&lt;img");
    }

    @Test
    void speaksTheBrowsersLanguage() throws IOException {
        assertThat(get("/", "Accept-Language: fr-CA,fr;q=0.9,en;q=0.1").body()).contains("<html lang=\"fr\">");
        assertThat(get("/", "Accept-Language: de").body()).contains("<html lang=\"en\">");
        assertThat(get("/", "Accept-Language: ;;q=x").body()).contains("<html lang=\"en\">");
    }

    @Test
    void warnsOnAnotherDevice() throws IOException {
        server.thenGolden("opened.another-device");
        Opened opened = open();
        assertThat(get(opened.path, opened.cookie).body())
                .contains("class=\"notice warning\"", "4821", "another device");
    }

    @Test
    void leadsFromTheRequestToTheWayBack() throws Exception {
        server.thenGolden("opened").thenGolden("script").thenDone();
        Opened opened = open();
        RawHttp asking = get(opened.path, opened.cookie);
        assertThat(asking.body()).contains("Démarches en ligne", "family name", "low", "inputmode=\"numeric\"");
        type(opened, asking, "kind=can&can=12345");
        assertThat(get(opened.path, opened.cookie).body()).contains("can-malformed", "aria-invalid");
        type(opened, asking, "kind=can&can=654321");
        assertThat(wait(opened)).contains("can-wrong").doesNotContain("654321");
        type(opened, asking, "kind=can&can=123+456");
        assertThat(wait(opened)).contains("http-equiv=\"refresh\"", server.origin() + "/realms/tessere/tessere/return");
        assertThat(server.calls()).containsExactly("open", "chip", "proof");
        assertThat(String.join("", server.bodies())).doesNotContain("123456");
    }

    @Test
    void opensWithTheMachineReadableZoneAsWell() throws Exception {
        server.thenGolden("opened").thenGolden("script").thenDone();
        Opened opened = open();
        RawHttp asking = get(opened.path, opened.cookie);
        type(opened, asking, "kind=mrz&number=SPC123456&birth=13+July+1991&expiry=350302");
        assertThat(get(opened.path, opened.cookie).body())
                .contains("mrz-malformed", "<details open>")
                .doesNotContain("13 July 1991");
        type(opened, asking, "kind=mrz&number=SPC123456&birth=910714&expiry=350302");
        assertThat(wait(opened)).contains("mrz-wrong").doesNotContain("910714");
        type(opened, asking, "kind=mrz&number=spc+123456&birth=91-07-13&expiry=35.03.02");
        assertThat(wait(opened)).contains(server.origin() + "/realms/tessere/tessere/return");
        assertThat(String.join("", server.bodies())).doesNotContain("123456", "910713");
    }

    @Test
    void saysWhyTheServerRefused() throws Exception {
        server.thenGolden("opened").thenProblem("document-expired");
        Opened opened = open();
        type(opened, get(opened.path, opened.cookie), "kind=can&can=123456");
        assertThat(wait(opened))
                .contains("document-expired", "The document has expired.")
                .doesNotContain("<form");
    }

    private record Opened(String path, String cookie) {}

    private Opened open() throws IOException {
        String form = "token=" + confirm().token() + "&address=" + encoded(server.address());
        RawHttp answer = post("/read", form, SAME, "Origin: null");
        assertThat(answer.status()).isEqualTo(303);
        String cookie = answer.header("Set-Cookie").orElseThrow();
        String path = answer.header("Location").orElseThrow();
        assertThat(cookie).contains("; Path=" + path + "; HttpOnly; SameSite=Strict");
        return new Opened(path, "Cookie: " + cookie.substring(0, cookie.indexOf(';')));
    }

    private void type(Opened opened, RawHttp asking, String fields) throws IOException {
        String form = fields + "&token=" + asking.token();
        assertThat(post(opened.path, form, SAME, opened.cookie).status()).isEqualTo(303);
    }

    private String wait(Opened opened) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (get(opened.path + "/progress", opened.cookie).body().startsWith("over")) {
                return get(opened.path, opened.cookie).body();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the reading did not end");
    }

    private RawHttp confirm() throws IOException {
        return confirm(server.address());
    }

    private RawHttp confirm(String address) throws IOException {
        return get(
                "/read?address=" + encoded(address),
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document");
    }
}
