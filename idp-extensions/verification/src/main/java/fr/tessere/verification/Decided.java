package fr.tessere.verification;

import java.util.function.Function;

/**
 * The reading is over.
 *
 * @param verdict how it ended
 */
public record Decided(Verdict verdict) implements Step {
    @Override
    public <T> T fold(
            Function<? super NextScript, ? extends T> script, Function<? super Decided, ? extends T> decided) {
        return decided.apply(this);
    }
}
