package fr.tessere.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where the reader's page leads: to the other language, and on from every refusal")
class PageLinksTest extends AtThePage {
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
}
