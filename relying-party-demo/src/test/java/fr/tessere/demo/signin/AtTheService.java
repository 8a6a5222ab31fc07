package fr.tessere.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Somebody with a browser at this service, and a provider that answers as a test wants: one for all tests of this JVM. */
@SpringBootTest(properties = "server.port=8080")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
abstract class AtTheService {
    static final OwnProvider PROVIDER = new OwnProvider();
    static final UnaryOperator<JWTClaimsSet.Builder> AS_IT_SHOULD_BE = UnaryOperator.identity();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MockMvc browser;

    final MockHttpSession session = new MockHttpSession();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("tessere.issuer", PROVIDER::issuer);
        properties.add("tessere.register", PROVIDER::registerAddress);
    }

    MultiValueMap<String, String> begin() throws Exception {
        return begin("form");
    }

    MultiValueMap<String, String> begin(String door) throws Exception {
        String address = Objects.requireNonNull(
                browser.perform(get("/oauth2/authorization/" + door).session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        assertThat(address).startsWith(PROVIDER.issuer() + "/protocol/openid-connect/auth?");
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUri(URI.create(address))
                .build()
                .getQueryParams()
                .forEach((name, values) -> query.add(name, UriUtils.decode(values.get(0), StandardCharsets.UTF_8)));
        return query;
    }

    MockHttpServletResponse answer(
            MultiValueMap<String, String> asked, JWSAlgorithm with, UnaryOperator<JWTClaimsSet.Builder> changed)
            throws Exception {
        PROVIDER.answersWith(first(asked, "nonce"), with, changed);
        return callBack("code=one&state=" + first(asked, "state"));
    }

    MockHttpServletResponse callBack(String query) throws Exception {
        return browser.perform(
                        get(URI.create("/login/oauth2/code/tessere?" + query)).session(session))
                .andReturn()
                .getResponse();
    }

    static String first(MultiValueMap<String, String> values, String name) {
        return Objects.requireNonNull(values.getFirst(name), name);
    }
}
