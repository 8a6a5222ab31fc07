package fr.tessere.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@DisplayName("The sandbox's pages")
class SandboxPagesTest {
    private static final String READING = "http://127.0.0.1:8081/realms/sandbox/tessere/readings/AAAA";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvc browser;

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "/, fr",
        "/, en",
        "/try, fr",
        "/try, en",
        "/read?address=" + READING + ", fr",
        "/read?address=" + READING + ", en"
    })
    void haveAllTheirTextsAndLoadNothingFromElsewhere(String address, String language) throws Exception {
        MockHttpServletResponse page = page(address, language);

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("<html lang=\"" + language + "\">")
                .doesNotContain("??", "<script", "style=");
        assertThat(page.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "*");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "http://127.0.0.1:8081/realms/tessere/tessere/readings/AAAA",
                "http://127.0.0.1:8081/realms/sandbox/tessere/readings/../../../admin",
                "http://127.0.0.1:8081/realms/sandbox/tessere/readings/AAAA/open",
                "http://elsewhere.example/realms/sandbox/tessere/readings/AAAA",
                "http://127.0.0.1:8081/realms/sandbox/tessere/readings/"
            })
    @DisplayName("read for no other server, realm or path (no calls on behalf of strangers)")
    void readForNobodyElse(String address) throws Exception {
        assertThat(browser.perform(get("/read").param("address", address))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
        assertThat(browser.perform(post("/read")
                                .with(csrf())
                                .param("address", address)
                                .param("person", "carte"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void takeNoFormOfAForeignPage() throws Exception {
        assertThat(browser.perform(post("/register").param("name", "x").param("redirect", "https://x.example/"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void publishNoPrivateKey() throws Exception {
        assertThat(page("/jwks", "en").getContentAsString()).contains("\"kty\"").doesNotContain("\"d\"");
    }

    private MockHttpServletResponse page(String address, String language) throws Exception {
        String[] parts = address.split("\\?address=");
        return browser.perform(
                        parts.length == 1
                                ? get(parts[0]).header("Accept-Language", language)
                                : get(parts[0]).param("address", parts[1]).header("Accept-Language", language))
                .andReturn()
                .getResponse();
    }
}
