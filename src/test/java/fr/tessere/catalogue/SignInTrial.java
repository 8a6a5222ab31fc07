package fr.tessere.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import fr.tessere.reader.server.SignInListener;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.specimen.catalogue.Case;
import fr.tessere.specimen.catalogue.Family;
import fr.tessere.specimen.document.SpecimenDocument;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A person signs in with the document: the product's reader, its link to the chip, HTTP, the server. */
final class SignInTrial {
    /** What everybody asks for here: the machine readable zone answers it. */
    static final String LITTLE = "openid identity age document evidence";
    /** Names in full as well, for which DG11 is read. */
    private static final String MUCH = LITTLE + " profile";

    private final KeycloakServer server;

    SignInTrial(KeycloakServer server) {
        this.server = server;
    }

    /** What a service has to ask for so that the server reads what the row is about. */
    static String askedFor(Case row) {
        return row.family() == Family.DG11 ? MUCH : LITTLE;
    }

    Finding of(SpecimenDocument document, String scopes) {
        Visitor visitor = Visitor.arrive(
                new PlainBrowser("en"),
                server.service("town-hall").begin(Map.of("acr_values", "eidas1", "scope", scopes)));
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            ReadingClient client = new ReadingClient(
                    ReadingClient.http(),
                    ReadingAddress.typed(visitor.readingHere().toString()),
                    Duration.ofSeconds(30));
            SignIn signIn = SignIn.open(client, "tessere-reader 0.1.0", Clock.systemUTC());
            URI back = signIn.read(card.channel(), card::open, SignInListener.NONE)
                    .orElseThrow(() -> new AssertionError("this device, and no way back"));
            return new Finding("", "server", weaknesses(visitor, back), "");
        } catch (ReadingException refused) {
            String detail = String.valueOf(refused.getMessage());
            String seen = detail.equals("named by the server") ? "server" : "reader";
            return new Finding(refused.code().word(), seen, Set.of(), detail);
        }
    }

    private static Set<String> weaknesses(Visitor visitor, URI back) {
        JsonNode words = visitor.returnTo(back.toString()).tokens().claims().at("/tessere_evidence/weaknesses");
        Set<String> all = new HashSet<>();
        words.forEach(word -> all.add(word.asText()));
        return all;
    }
}
