package fr.tessere.server;

import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.access.MrzKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.pcsc.PcscReaders;
import fr.tessere.reader.script.ChipReading;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.reader.socket.SocketLink;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import fr.tessere.specimen.link.VirtualReaderLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** A specimen document that lies on a reader: reached over TCP, or through a PC/SC stack. */
public final class SpecimenCard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SpecimenDocument document;
    private final AutoCloseable link;
    private final CardChannel channel;

    private SpecimenCard(SpecimenDocument document, AutoCloseable link, CardChannel channel) {
        this.document = document;
        this.link = link;
        this.channel = channel;
    }

    /** Lays the document on a reader that is reached over TCP. */
    public static SpecimenCard overTcp(SpecimenDocument document) throws ReadingException {
        ChipServer server = ChipServer.start(new SoftwareChip(document.contents()));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        return new SpecimenCard(document, server, SocketLink.connect(address, PATIENCE));
    }

    /** Lays the document on the virtual reader of a PC/SC stack. */
    public static SpecimenCard overPcsc(SpecimenDocument document, PcscStack stack) throws ReadingException {
        VirtualReaderLink link = VirtualReaderLink.connect(
                new SoftwareChip(document.contents()), stack.virtualReader().getPort());
        CardChannel channel = new PcscReaders().connect(Optional.empty(), PATIENCE);
        return new SpecimenCard(document, link, channel);
    }

    /** What lies there. */
    public SpecimenDocument document() {
        return document;
    }

    /** The link to it. */
    public CardChannel channel() {
        return channel;
    }

    /** Opens it with the CAN, or with the MRZ where it has none. */
    public OpenedChip open(CardChannel through) throws ReadingException {
        return new ChipReading(new SecureRandom()).open(through, key(), (step, fraction) -> {});
    }

    /** What is printed on it and opens it. */
    public AccessKey key() {
        return document.can().<AccessKey>map(CardAccessNumber::new).orElseGet(this::mrzKey);
    }

    private MrzKey mrzKey() {
        // number, birth and expiry date, each with its check digit
        String text = document.mrz().information().characters();
        int end = text.length();
        return new MrzKey(
                text.substring(0, end - 15), text.substring(end - 14, end - 8), text.substring(end - 7, end - 1));
    }

    @Override
    public void close() {
        channel.close();
        try {
            link.close();
        } catch (Exception alreadyGone) {
            throw new AssertionError(alreadyGone);
        }
    }
}
