package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Sandbox;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.verification.identity.DocumentKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An integrator alone with the sandbox")
class SandboxTest {
    private static final byte[] KEY =
            "a key of 32 bytes for this test!".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    /** Their cases need trust lists, a lookup and a policy that the server of this run has not; {@code tessere sandbox} has them. */
    private static final List<String> ELSEWHERE = List.of("signer-revoked", "document-lost", "document-expired");

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @BeforeAll
    void start(KeycloakServer server) throws IOException {
        Path key = Files.writeString(
                Folders.target().resolve("sandbox-key"), Base64.getEncoder().encodeToString(KEY));
        sandbox = Sandbox.start(server, key);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    static List<String[]> people() throws IOException {
        Path file = Folders.root().resolve("idp-extensions/sandbox/src/main/resources/people/people.json");
        JsonNode people = JsonMapper.builder().build().readTree(Files.readString(file));
        return StreamSupport.stream(people.spliterator(), false)
                .map(person -> new String[] {
                    person.path("id").asText(), person.path("outcome").asText()
                })
                .filter(person -> !ELSEWHERE.contains(person[1]))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("people")
    void isEachTestPersonWithoutAReader(String person, String outcome) {
        PlainBrowser browser = new PlainBrowser("en");
        Visitor visitor = asked(browser);
        Page read = read(visitor, person);

        if (outcome.equals("signed-in")) {
            assertThat(home(visitor, read).body()).contains("&quot;acr&quot;");
        } else {
            assertThat(read.body()).contains("data-code=\"" + outcome + "\"");
        }
    }

    @Test
    void seesEveryRequestOfASignIn() {
        Visitor visitor = asked(new PlainBrowser("en"));

        assertThat(home(visitor, read(visitor, "carte")).body())
                .contains(
                        "Authorization request", "Reader: opens", "Token request", "Claims of the ID token", "Userinfo")
                .contains("code_challenge_method = S256", "tessere_evidence", "HTTP 200");
    }

    @Test
    void registersAClientAndCopiesAConfiguration(KeycloakServer server) {
        PlainBrowser browser = new PlainBrowser("en");
        Page made = register(browser, "https://service.example/back");
        String id = made.find("id=\"client-id\">([^<]+)<").orElseThrow(() -> new AssertionError(made.body()));

        assertThat(made.body())
                .contains("Service.java", "service.mjs", "service.php", "service.py", "proxy.conf")
                .contains("client-id=" + id, "&#39;" + id + "&#39;", "auth_request /signed-in")
                .contains("&quot;d&quot;")
                .matches("(?s).*id=\"key\">[{]\\R +&quot;.*");
        JsonNode client = server.admin().get("sandbox/clients?clientId=" + id).get(0);
        assertThat(client.path("attributes").path("tessere.profile").asText()).isEqualTo("standard");
        assertThat(client.toString()).doesNotContain("\\\"d\\\"");
        assertThat(server.admin().get("tessere/clients?clientId=" + id)).isEmpty();
    }

    @Test
    void cannotRegisterWhatTheRealmForbids() {
        assertThat(register(new PlainBrowser("en"), "http://service.example/back")
                        .body())
                .contains("The provider refuses");
        assertThat(register(new PlainBrowser("en"), "https://service.example/*").body())
                .contains("The provider refuses");
    }

    @Test
    void reportsTheLostDocumentByTheDigestThatTheServerSends() throws Exception {
        assertThat(status("99SBX0014")).isEqualTo("{\"status\":\"lost\"}");
        assertThat(status("99SBX0012")).isEqualTo("{\"status\":\"valid\"}");
    }

    private String status(String number) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String digest = HexFormat.of()
                .formatHex(
                        mac.doFinal(new DocumentKey("FRA", "ID", number).bytes().toArray()));
        HttpRequest request = HttpRequest.newBuilder(sandbox.address().resolve("/v1/document-status"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"digest\":\"" + digest
                        + "\",\"issuingState\":\"FRA\",\"documentType\":\"ID\",\"expiry\":\"2035-01-01\"}"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private Visitor asked(PlainBrowser browser) {
        Page asked =
                sandbox.submit(browser, "/try", Map.of("scope", "openid identity evidence", "acr_values", "eidas1"));
        return Visitor.sentTo(browser, asked.redirect().orElseThrow());
    }

    private Page read(Visitor visitor, String person) {
        URI reading = visitor.readingHere();
        return sandbox.submit(visitor.browser(), "/read", Map.of("address", reading.toString(), "person", person));
    }

    /** From the reader back through the provider's pages to what the sandbox saw. */
    private static Page home(Visitor visitor, Page read) {
        URI back = read.redirect().orElseThrow(() -> new AssertionError(read.body()));
        Page page = visitor.returnTo(back.toString()).page();
        return page.redirect().map(visitor.browser()::open).orElse(page);
    }

    private Page register(PlainBrowser browser, String redirect) {
        return sandbox.submit(browser, "/register", Map.of("name", "Mairie d'Exemple", "redirect", redirect));
    }
}
