package fr.tessere.signin;

import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import fr.tessere.reader.server.SignInListener;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A person with a browser, a card on a reader and something to do at a service. The reader is the product's. */
public final class Errand {
    private Errand() {}

    /** Signs in at this service with the reader on the same machine as the browser. */
    public static Tokens withReaderHere(KeycloakServer server, String service, SpecimenCard card)
            throws ReadingException {
        Visitor visitor =
                Visitor.arrive(new PlainBrowser("fr"), server.service(service).begin("eidas1"));
        URI back = read(visitor.readingHere(), card, card.channel())
                .orElseThrow(() -> new AssertionError("this device, and no way back"));
        return visitor.returnTo(back.toString()).tokens();
    }

    /** Signs in at this service with a reader on another machine, which learned the address from the QR code. */
    public static Tokens withReaderElsewhere(KeycloakServer server, String service, SpecimenCard card)
            throws ReadingException {
        Visitor visitor =
                Visitor.arrive(new PlainBrowser("en"), server.service(service).begin("eidas1"));
        Optional<URI> back = read(visitor.readingElsewhere(), card, card.channel());
        if (back.isPresent()) {
            throw new AssertionError("a way back on another device");
        }
        return visitor.goOn("continue").tokens();
    }

    /** Reads the card for this address, through this channel. */
    public static Optional<URI> read(URI reading, SpecimenCard card, CardChannel channel) throws ReadingException {
        ReadingClient client = new ReadingClient(
                ReadingClient.http(), ReadingAddress.typed(reading.toString()), Duration.ofSeconds(30));
        SignIn signIn = SignIn.open(client, "tessere-reader 0.1.0", Clock.systemUTC());
        return signIn.read(channel, card::open, SignInListener.NONE);
    }
}
