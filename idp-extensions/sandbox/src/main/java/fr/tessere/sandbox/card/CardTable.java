package fr.tessere.sandbox.card;

import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.access.MrzKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.ChipReading;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import fr.tessere.reader.server.SignInListener;
import fr.tessere.reader.socket.SocketLink;
import fr.tessere.sandbox.settings.SandboxSettings;
import fr.tessere.sandbox.trial.Exchange;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Lays a card on a reader beside the server. The reader is the product's, the way is the real one: the server cannot tell
 * this from a card in somebody's hand.
 */
@Component
public final class CardTable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SandboxSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    /** A table beside the server of this realm. */
    public CardTable(SandboxSettings settings, SecureRandom random, Clock clock) {
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** Whether this is the address of a reading of our own realm; any other is nobody's business here. */
    public boolean knows(String address) {
        return address.startsWith(settings.readings())
                && address.substring(settings.readings().length()).matches("[A-Za-z0-9_-]{1,100}");
    }

    /**
     * Reads the card for this reading.
     *
     * @param watch is told each call of the reader
     * @return where the browser goes next; empty if another device began the sign-in
     * @throws ReadingException with the code of the refusal
     */
    public Optional<URI> read(String address, SpecimenDocument document, Consumer<Exchange> watch)
            throws ReadingException {
        if (!knows(address)) {
            throw new IllegalArgumentException("not a reading of this sandbox");
        }
        ReadingClient client = new ReadingClient(
                new WatchedHttp(ReadingClient.http(), watch), ReadingAddress.typed(address), PATIENCE);
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()))) {
            InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), chip.port());
            try (CardChannel channel = SocketLink.connect(there, PATIENCE)) {
                SignIn signIn = SignIn.open(client, "tessere-sandbox 0.1.0", clock);
                watch.accept(asked(signIn.request()));
                return signIn.read(
                        channel,
                        through -> new ChipReading(random).open(through, key(document), (step, share) -> {}),
                        SignInListener.NONE);
            }
        }
    }

    private static Exchange asked(OpenedReading reading) {
        return Exchange.note(
                "reader.shows",
                reading.service() + "\n" + reading.level() + "\n" + String.join(", ", reading.claims()) + "\n"
                        + reading.comparisonCode());
    }

    private static AccessKey key(SpecimenDocument document) {
        return document.can().<AccessKey>map(CardAccessNumber::new).orElseGet(() -> printed(document));
    }

    /** Number, birth and expiry date, each with its check digit (ICAO 9303-11 §4.3.2). */
    private static MrzKey printed(SpecimenDocument document) {
        String text = document.mrz().information().characters();
        int end = text.length();
        return new MrzKey(
                text.substring(0, end - 15), text.substring(end - 14, end - 8), text.substring(end - 7, end - 1));
    }
}
