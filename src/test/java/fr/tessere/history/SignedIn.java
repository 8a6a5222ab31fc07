package fr.tessere.history;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;

/** Somebody who signed in, for tests that look at what is left of it. */
public final class SignedIn {
    /** The card that everybody here has. */
    static final String CARD = "french-identity-card";

    private SignedIn() {}

    static Tokens tokens(KeycloakServer server) throws ReadingException {
        return tokens(server, Specimens.load(CARD));
    }

    private static Tokens tokens(KeycloakServer server, SpecimenDocument document) throws ReadingException {
        Visitor visitor = Visitor.arriveAt(server);
        String back = Played.honestly(visitor.readingHere(), document)
                .last()
                .json()
                .path("returnAddress")
                .asText();
        return visitor.returnTo(back).tokens();
    }

    /** The entry in which the issue of its tokens stands. */
    public static String transaction(KeycloakServer server) throws ReadingException {
        return tokens(server).claims().path("txn").asText();
    }

    /** The same for somebody with this document. */
    public static String transaction(KeycloakServer server, SpecimenDocument document) throws ReadingException {
        return tokens(server, document).claims().path("txn").asText();
    }
}
