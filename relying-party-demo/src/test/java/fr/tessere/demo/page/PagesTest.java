package fr.tessere.demo.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.tessere.demo.signin.SignInRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class PagesTest {
    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvc browser;

    @Test
    void speaksFrenchToAFrenchBrowser() throws Exception {
        assertThat(page("/", "fr-CA,fr;q=0.9").getContentAsString())
                .contains("<html lang=\"fr\">", "Une procuration de vote", "Ce service est fictif");
    }

    @Test
    void speaksEnglishToAnyOther() throws Exception {
        assertThat(page("/", "de").getContentAsString())
                .contains("<html lang=\"en\">", "A voting proxy", "This service is fictional");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/form",
                "/address",
                "/proxy",
                "/accessibility",
                "/refused",
                "/refused?reason=denied&code=can-wrong"
            })
    void letsTheBrowserLoadNothingFromElsewhere(String address) throws Exception {
        MockHttpServletResponse page = page(address, "fr");
        assertThat(page.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getContentAsString()).doesNotContain("<script", "style=", "src=\"http", "src=\"//");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/form", "/address", "/proxy", "/accessibility"})
    void hasATextForEverythingInBothLanguages(String address) throws Exception {
        assertThat(page(address, "fr").getContentAsString()).doesNotContain("??");
        assertThat(page(address, "en").getContentAsString()).doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(SignInRefusal.class)
    void hasATextForEveryRefusalInBothLanguages(SignInRefusal refusal) throws Exception {
        for (String language : new String[] {"fr", "en"}) {
            MockHttpServletResponse page = page("/refused?reason=" + refusal.word(), language);
            assertThat(page.getStatus()).isEqualTo(403);
            assertThat(page.getContentAsString()).doesNotContain("??");
        }
    }

    @Test
    void showsACodeButNoSentenceFromTheAddress() throws Exception {
        assertThat(page("/refused?reason=denied&code=chip-not-original", "en").getContentAsString())
                .contains("chip-not-original");
        assertThat(page("/refused?reason=denied&code=Pay here now", "en").getContentAsString())
                .doesNotContain("Pay here");
        assertThat(page("/refused?reason=no-such-reason", "en").getContentAsString())
                .contains("The sign-in did not succeed.");
    }

    @Test
    void leadsFromACodeToTheProvidersHelp() throws Exception {
        assertThat(page("/refused?reason=denied&code=can-wrong", "fr").getContentAsString())
                .contains("/realms/tessere/tessere/help/can-wrong?kc_locale=fr\"");
        assertThat(page("/refused?reason=denied", "fr").getContentAsString()).doesNotContain("/help/");
    }

    @Test
    void everyFootLeadsToTheAccessibilityStatement() throws Exception {
        assertThat(page("/refused", "fr").getContentAsString()).contains("href=\"/accessibility\"", "non conforme");
        assertThat(page("/accessibility", "fr").getContentAsString())
                .contains("<html lang=\"fr\">", "RGAA version 4.1", "Défenseur des droits");
        assertThat(page("/accessibility", "en").getContentAsString()).contains("Compliance status");
    }

    @Test
    void saysThatAnAddressDoesNotExist() throws Exception {
        assertThat(page("/nowhere", "fr").getStatus()).isEqualTo(404);
    }

    @Test
    void showsNoResultToSomebodyNotSignedIn() throws Exception {
        assertThat(page("/form", "en").getContentAsString())
                .contains("/oauth2/authorization/form")
                .doesNotContain("ID token");
    }

    @Test
    void hasTheSameTextsInBothLanguages() throws Exception {
        assertThat(texts("/messages_fr.properties").keySet())
                .isEqualTo(texts("/messages.properties").keySet());
    }

    private MockHttpServletResponse page(String address, String language) throws Exception {
        return browser.perform(get(address).header("Accept-Language", language))
                .andReturn()
                .getResponse();
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(PagesTest.class.getResourceAsStream(name), name)) {
            texts.load(file);
        }
        return texts;
    }
}
