package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.specimen.document.SpecimenDocument;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A citizen with one document, at services and under "my identity". */
public final class CitizenAtCounter {
    private final KeycloakServer server;
    private final SpecimenDocument document;

    /** Who holds this document, used before or not. */
    public CitizenAtCounter(KeycloakServer server, SpecimenDocument document) {
        this.server = server;
        this.document = document;
    }

    /** A new document of this kind, used for the first time at eidas2. */
    public static CitizenAtCounter with(KeycloakServer server, SpecimenDocument document) throws ReadingException {
        CitizenAtCounter citizen = new CitizenAtCounter(server, document);
        citizen.signIn(new PlainBrowser("en"), "eidas2").tokens();
        return citizen;
    }

    /** Signs in at a service on this device; the visitor stands where that led. */
    public Visitor signIn(PlainBrowser browser, String level) throws ReadingException {
        Visitor visitor = Visitor.arrive(browser, server.service("town-hall").begin(level));
        Played played = Played.honestly(visitor.readingHere(), document);
        return visitor.returnTo(played.last().json().path("returnAddress").asText());
    }

    /** What the server says to a reader on another device, and the visitor whose page waits. */
    public Played readElsewhere(Visitor visitor) throws ReadingException {
        return Played.honestly(visitor.readingElsewhere(), document);
    }

    /** What the server says to a reader on this device. */
    public Played readHere(Visitor visitor) throws ReadingException {
        return Played.honestly(visitor.readingHere(), document);
    }

    /** A browser of this citizen in a session of document and code. */
    public PlainBrowser inSession() throws ReadingException {
        PlainBrowser browser = new PlainBrowser("en");
        signIn(browser, "eidas2").tokens();
        return browser;
    }

    /** The page "my identity". */
    public Page identity(PlainBrowser browser) {
        return browser.open(address(""));
    }

    /** Sends a form of "my identity". */
    public Page send(PlainBrowser browser, String form, Map<String, String> fields) {
        Page page = identity(browser);
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", page.find("name=\"token\" value=\"([^\"]+)\"").orElseThrow());
        page.find("name=\"document\" value=\"([^\"]+)\"").ifPresent(id -> all.putIfAbsent("document", id));
        return browser.submit(address("/" + form), all);
    }

    /** A code for the counter. */
    public String code(PlainBrowser browser) {
        Page page = send(browser, "documents/compare", Map.of());
        return page.find("id=\"counter-code\"[^>]*>([^<]+)<")
                .orElseThrow(() -> new AssertionError(
                        "no code, status " + page.status() + " " + page.find("id=\"refusal\">([^<]+)<")));
    }

    /** What is kept of the citizen. */
    public JsonNode download(PlainBrowser browser) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(browser.open(address("/download")).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As if the link of the message had confirmed this address. */
    public void confirmed(PlainBrowser browser, String address) {
        // signs in to the client of these pages
        identity(browser);
        server.admin().confirmed(download(browser).path("account").asText(), address);
    }

    private URI address(String path) {
        return URI.create(server.issuer() + "/tessere-identity" + path);
    }
}
