package fr.tessere.reader.page;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.ProgressListener;
import fr.tessere.reader.script.ReadingStep;
import fr.tessere.reader.server.SignIn;
import fr.tessere.reader.server.SignInListener;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;

/** One reading on the page, from the request that is shown to its end. The access key passes through and is not kept. */
final class PageReading implements ProgressListener, SignInListener {
    private final String id;
    private final String secret;
    private final SignIn signIn;
    private State state = State.of(Phase.ASKING);

    /**
     * A reading that was opened.
     *
     * @param id its place in the paths
     * @param secret what only the browser that opened it knows
     */
    PageReading(String id, String secret, SignIn signIn) {
        this.id = id;
        this.secret = secret;
        this.signIn = signIn;
    }

    String path() {
        return "/readings/" + id;
    }

    String secret() {
        return secret;
    }

    SignIn signIn() {
        return signIn;
    }

    /** Where it stands. */
    synchronized State state() {
        return state;
    }

    /** Begins to read the card, unless that goes on already. */
    synchronized void begin(CardDesk desk, AccessKey key, Executor reading) {
        if (state.phase == Phase.ASKING) {
            state = State.at("connect");
            reading.execute(() -> read(desk, key));
        }
    }

    /** What was typed cannot be: it is asked for again. */
    synchronized void refuseTyped(RefusalCode code) {
        if (state.phase == Phase.ASKING) {
            state = new State(Phase.ASKING, "", Optional.of(code), Optional.empty());
        }
    }

    private void read(CardDesk desk, AccessKey key) {
        try (CardChannel channel = signIn.connect(desk::connect)) {
            Optional<URI> back = signIn.read(channel, card -> desk.open(card, key, this), this);
            move(new State(Phase.DONE, "", Optional.empty(), back));
        } catch (ReadingException refused) {
            end(refused.code());
        } catch (RuntimeException accident) {
            // a person waits on the page: an accident must not leave it turning
            end(RefusalCode.CHIP_FAILED);
        }
    }

    private void end(RefusalCode code) {
        Phase next = signIn.canBeTriedAgain() ? Phase.ASKING : Phase.REFUSED;
        move(new State(next, "", Optional.of(code), Optional.empty()));
    }

    private synchronized void move(State next) {
        state = next;
    }

    @Override
    public void at(ReadingStep step, double fraction) {
        move(State.at(step.word()));
    }

    @Override
    public void cardLost() {
        move(State.at("lost"));
    }

    @Override
    public void checking() {
        move(State.at("checking"));
    }

    /** What the page shows. */
    enum Phase {
        /** The request, and a form for what is printed on the card. */
        ASKING,
        /** Steps. */
        RUNNING,
        /** The way back. */
        DONE,
        /** Why it ended. */
        REFUSED
    }

    /**
     * Where a reading stands.
     *
     * @param step word of the step, while it runs
     * @param refusal why the last try or the reading ended
     * @param back where the browser goes in the end
     */
    record State(Phase phase, String step, Optional<RefusalCode> refusal, Optional<URI> back) {
        static State of(Phase phase) {
            return new State(phase, "", Optional.empty(), Optional.empty());
        }

        static State at(String step) {
            return new State(Phase.RUNNING, step, Optional.empty(), Optional.empty());
        }
    }
}
