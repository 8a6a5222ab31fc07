package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Optional;
import java.util.function.Consumer;

/** A channel that counts what passes and tells a listener one {@link Exchange} a command: no bytes, only lengths. */
public final class TracedChannel implements CardChannel {
    private final CardChannel inner;
    private final Consumer<Exchange> listener;
    private CardCost cost = CardCost.NONE;

    public TracedChannel(CardChannel inner, Consumer<Exchange> listener) {
        this.inner = inner;
        this.listener = listener;
    }

    /** A channel that counts and tells nobody. */
    public static TracedChannel counting(CardChannel inner) {
        return new TracedChannel(inner, exchange -> {});
    }

    @Override
    public Bytes transmit(Bytes command) throws ReadingException {
        Bytes answer = inner.transmit(command);
        cost = cost.plus(command.length(), answer.length());
        listener.accept(Exchange.of(command, answer));
        return answer;
    }

    @Override
    public void reset() throws ReadingException {
        inner.reset();
    }

    @Override
    public int largestAnswer() {
        return inner.largestAnswer();
    }

    @Override
    public Optional<Bytes> answerToReset() {
        return inner.answerToReset();
    }

    @Override
    public void close() {
        inner.close();
    }

    /** What passed so far, over all resets. */
    public CardCost cost() {
        return cost;
    }
}
