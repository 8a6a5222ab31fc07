package fr.tessere.server;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.util.ArrayList;
import java.util.List;

/** A channel that keeps every byte that passes it. */
public final class RecordingChannel implements CardChannel {
    private final CardChannel inner;
    private final List<Bytes> commands = new ArrayList<>();
    private final List<Bytes> answers = new ArrayList<>();

    /** Keeps what passes to this channel and back. */
    public RecordingChannel(CardChannel inner) {
        this.inner = inner;
    }

    @Override
    public Bytes transmit(Bytes command) throws ReadingException {
        commands.add(command);
        Bytes answer = inner.transmit(command);
        answers.add(answer);
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
    public void close() {
        inner.close();
    }

    /** Every command, in order. */
    public List<Bytes> commands() {
        return List.copyOf(commands);
    }

    /** Every answer, in order. */
    public List<Bytes> answers() {
        return List.copyOf(answers);
    }
}
