package fr.tessere.browser;

import fr.tessere.server.CardInHand;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.ReaderProgram;
import fr.tessere.specimen.document.SpecimenDocument;

/** Where a person sits: a provider, a service, and a reader with a card that nobody has used. */
public final class Scene implements AutoCloseable {
    private final KeycloakServer server;
    private final DemoService demo;
    private final SpecimenDocument document = NewDocument.like("french-identity-card");
    private final CardInHand card = CardInHand.of(document);
    private final ChildProcess reader;

    private Scene(KeycloakServer server, DemoService demo) {
        this.server = server;
        this.demo = demo;
        reader = ReaderProgram.page(server.readerPage(), card.port());
    }

    /** With these. */
    public static Scene with(KeycloakServer server, DemoService demo) {
        return new Scene(server, demo);
    }

    KeycloakServer server() {
        return server;
    }

    DemoService demo() {
        return demo;
    }

    CardInHand card() {
        return card;
    }

    /** The document on the reader. */
    SpecimenDocument document() {
        return document;
    }

    /** Printed on the card. */
    String can() {
        return document.can().orElseThrow();
    }

    @Override
    public void close() {
        boolean alive = reader.isAlive();
        reader.close();
        card.close();
        if (!alive) {
            throw new AssertionError("the reader's page ended: " + reader.output());
        }
    }
}
