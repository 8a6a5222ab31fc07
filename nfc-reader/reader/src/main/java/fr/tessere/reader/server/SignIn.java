package fr.tessere.reader.server;

import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.OpenRequest;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ServerReply;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.CardLostException;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in, seen from the reader: open, show who asks, read the files, play the server's scripts, done. A refusal is
 * a {@link ReadingException} with its code, whoever named it.
 *
 * <p>A card that is lost is looked for again, {@value #TRIES} times a step: before the files were sent all is read
 * again; afterwards the same script is played again from its start on a reopened chip, which no server can tell from a
 * first time, since it has seen no answer yet.
 */
public final class SignIn {
    private static final int TRIES = 3;

    private final ReadingClient server;
    private final OpenedReading request;
    private final Clock clock;
    private final Instant end;
    private boolean filesSent;

    private SignIn(ReadingClient server, OpenedReading request, Clock clock) {
        this.server = server;
        this.request = request;
        this.clock = clock;
        end = clock.instant().plusSeconds(request.secondsLeft());
    }

    /**
     * Opens the reading at the server, once: from here on nobody else can.
     *
     * @param reader name and version of this program
     */
    public static SignIn open(ReadingClient server, String reader, Clock clock) throws ReadingException {
        ServerReply reply = server.open(new OpenRequest(Limits.VERSION, reader));
        return new SignIn(server, expect(reply, OpenedReading.class), clock);
    }

    /** Who asks for what: the person must see it before the card is read. */
    public OpenedReading request() {
        return request;
    }

    /** The server that asks. */
    public ReadingAddress address() {
        return server.address();
    }

    /** True as long as another {@link #read} can end well: nothing of a chip was sent and there is time left. */
    public boolean canBeTriedAgain() {
        return !filesSent && clock.instant().isBefore(end);
    }

    /**
     * Connects to the card. What goes wrong is told to the server, so that the page where the person began says it too.
     *
     * @throws ReadingException with the cause
     */
    public CardChannel connect(Connection connection) throws ReadingException {
        return telling(connection::open);
    }

    private <T> T telling(Attempt<T> attempt) throws ReadingException {
        try {
            return attempt.make();
        } catch (ReadingException refused) {
            tell(refused.code());
            throw refused;
        }
    }

    /** Tells the server what went wrong beside the card, if it is that; a server that does not hear of it changes nothing. */
    public void tell(RefusalCode code) {
        if (Trouble.CODES.contains(code)) {
            try {
                server.trouble(new Trouble(Limits.VERSION, code));
            } catch (ReadingException unheard) {
                // the person reads it here all the same
            }
        }
    }

    /**
     * Reads the card and carries the proof to the server.
     *
     * @param opening opens the chip, by an access key that stays beside the card
     * @return where to send the browser of this machine, if it began the sign-in
     * @throws ReadingException with the cause, named here or by the server
     */
    public Optional<URI> read(CardChannel channel, Opening opening, SignInListener listener) throws ReadingException {
        return telling(() -> prove(channel, opening, listener));
    }

    private Optional<URI> prove(CardChannel channel, Opening opening, SignInListener listener) throws ReadingException {
        if (filesSent) {
            throw new ReadingException(RefusalCode.STEP_OUT_OF_ORDER, "the files of a chip were sent already");
        }
        Visit visit = new Visit(channel, opening, listener);
        UnverifiedFiles files = visit.files();
        listener.checking();
        filesSent = true;
        ServerReply reply = server.chip(files);
        int round = 0;
        while (reply instanceof ChipScript script) {
            round++;
            if (script.round() != round) {
                throw malformed("round " + script.round() + ", expected " + round);
            }
            ChipAnswers answers = visit.play(script);
            listener.checking();
            reply = server.proof(answers);
        }
        ReadingDone done = expect(reply, ReadingDone.class);
        return done.returnAddress().isPresent()
                ? Optional.of(
                        server.address().returnAddress(done.returnAddress().get()))
                : Optional.empty();
    }

    private static <T> T expect(ServerReply reply, Class<T> expected) throws ReadingException {
        if (reply instanceof Problem problem) {
            throw new ReadingException(problem.code(), "named by the server");
        }
        if (expected.isInstance(reply)) {
            return expected.cast(reply);
        }
        throw malformed("a reply that does not belong to this step");
    }

    private static ReadingException malformed(String detail) {
        return new ReadingException(RefusalCode.SERVER_REPLY_MALFORMED, detail);
    }

    /** Connects to a card. */
    @FunctionalInterface
    public interface Connection {
        CardChannel open() throws ReadingException;
    }

    /** Opens the chip behind a channel. */
    @FunctionalInterface
    public interface Opening {
        OpenedChip open(CardChannel channel) throws ReadingException;
    }

    /** One card on the reader, which may slip. */
    private final class Visit {
        private final CardChannel channel;
        private final Opening opening;
        private final SignInListener listener;
        private @Nullable OpenedChip opened;

        Visit(CardChannel channel, Opening opening, SignInListener listener) {
            this.channel = channel;
            this.opening = opening;
            this.listener = listener;
        }

        UnverifiedFiles files() throws ReadingException {
            return untilHeld(again -> {
                if (again) {
                    channel.reset();
                }
                OpenedChip chip = opening.open(channel);
                opened = chip;
                return chip.readFiles(request.files());
            });
        }

        ChipAnswers play(ChipScript script) throws ReadingException {
            OpenedChip chip = Objects.requireNonNull(opened, "the files are read before a script is played");
            return untilHeld(again -> chip.play(
                    new ChipScript(script.version(), script.round(), again || script.reopen(), script.commands())));
        }

        private <T> T untilHeld(Step<T> step) throws ReadingException {
            for (int lost = 0; ; lost++) {
                try {
                    return step.take(lost > 0);
                } catch (CardLostException gone) {
                    if (lost + 1 == TRIES || !clock.instant().isBefore(end)) {
                        throw gone;
                    }
                    listener.cardLost();
                }
            }
        }
    }

    private interface Attempt<T> {
        T make() throws ReadingException;
    }

    private interface Step<T> {
        T take(boolean again) throws ReadingException;
    }
}
