package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.Contact;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Each refusal has a page that helps, at an address that stays")
class HelpPagesTest {

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"fr", "en"})
    void everyCodeSaysWhatHappenedWhatToDoAndWhomToAsk(String language, KeycloakServer server) {
        PlainBrowser browser = new PlainBrowser(language);
        Wording wording = new Wording(Locale.forLanguageTag(language));
        List<String> wrong = new ArrayList<>();
        for (RefusalCode code : RefusalCode.values()) {
            Page page = browser.open(help(server, "/" + code.word()));
            boolean whole = page.status() == 200
                    && page.body().contains("<html lang=\"" + language + "\"")
                    && text(page, "happened").equals(wording.happened(code))
                    && text(page, "next").contains(wording.next(code))
                    && text(page, "ask").equals(wording.ask(Contact.of(code)));
            if (!whole) {
                wrong.add(code.word() + " " + page.status());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"fr", "en"})
    void theAddressCanAskForALanguage(String language, KeycloakServer server) {
        Page page = new PlainBrowser("de").open(help(server, "/can-wrong?kc_locale=" + language));

        assertThat(page.body()).contains("<html lang=\"" + language + "\"");
    }

    @Test
    void theIndexLeadsToEveryPage(KeycloakServer server) {
        Page index = new PlainBrowser("fr").open(help(server, ""));

        assertThat(index.status()).isEqualTo(200);
        for (RefusalCode code : RefusalCode.values()) {
            assertThat(index.attributes("a", "href"))
                    .contains(help(server, "/" + code.word()).toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"no-such-code", "CAN-WRONG", "can-wrong%3Cscript%3E", "..%2Fstatus", "%F0%9F%98%80"})
    void anUnknownCodeHasAPlainPage(String code, KeycloakServer server) {
        Page page = new PlainBrowser("en").open(help(server, "/" + code));

        assertThat(page.status()).isBetween(400, 404);
        assertThat(page.body()).doesNotContain("script>alert", "<script>", "Exception");
    }

    @Test
    void anUnknownCodeIsToldInThePersonsLanguage(KeycloakServer server) {
        Page page = new PlainBrowser("fr").open(help(server, "/no-such-code"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"fr\"").doesNotContain("no-such-code</");
        assertThat(page.attributes("a", "href")).contains(help(server, "").toString());
    }

    @Test
    void theServiceIsToldTheAddressToo(KeycloakServer server) {
        Visitor visitor = Visitor.arriveAt(server).goOn("leave");

        assertThat(visitor.page().redirectParameters())
                .containsEntry("error", "access_denied")
                .containsEntry("error_uri", help(server, "/reading-cancelled").toString());
    }

    private static URI help(KeycloakServer server, String more) {
        return URI.create(server.issuer() + "/tessere/help" + more);
    }

    private static String text(Page page, String id) {
        return page.find("id=\"" + id + "\"[^>]*>(.*?)</p>").orElse("").strip();
    }
}
