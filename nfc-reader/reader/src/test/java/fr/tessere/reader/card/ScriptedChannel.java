package fr.tessere.reader.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import java.util.ArrayDeque;
import java.util.Queue;

/** A card that expects these commands and no others, and has one answer to each. */
public final class ScriptedChannel implements CardChannel {
    private final Queue<String> expected = new ArrayDeque<>();
    private final Queue<String> answers = new ArrayDeque<>();

    /** Expects one more command, written as hexadecimal digits. */
    public ScriptedChannel on(String command, String answer) {
        expected.add(command);
        answers.add(answer);
        return this;
    }

    @Override
    public Bytes transmit(Bytes command) {
        assertThat(expected).as("no further command than these").isNotEmpty();
        assertThat(command.toHex()).isEqualTo(expected.remove());
        return Bytes.ofHex(answers.remove());
    }

    /** Fails unless every expected command was sent. */
    public void requireAllSent() {
        assertThat(expected).isEmpty();
    }

    @Override
    public void reset() {}

    @Override
    public int largestAnswer() {
        return 256;
    }

    @Override
    public void close() {}
}
