package fr.tessere.verification;

import java.util.function.Function;

/** What to do after a call of the reader. */
public sealed interface Step permits NextScript, Decided {
    /** Treats both cases: a forgotten one does not compile. */
    <T> T fold(Function<? super NextScript, ? extends T> script, Function<? super Decided, ? extends T> decided);
}
