package fr.tessere.verification;

import fr.tessere.protocol.reading.ChipScript;
import java.util.function.Function;

/**
 * The reader has a script to play.
 *
 * @param script send it
 * @param pending keep it until the answers come; spend it with the first answer, right or wrong
 */
public record NextScript(ChipScript script, PendingReading pending) implements Step {
    @Override
    public <T> T fold(
            Function<? super NextScript, ? extends T> script, Function<? super Decided, ? extends T> decided) {
        return script.apply(this);
    }
}
