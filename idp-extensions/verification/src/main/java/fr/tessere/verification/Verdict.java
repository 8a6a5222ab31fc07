package fr.tessere.verification;

import java.util.function.Function;

/** How a reading ended. */
public sealed interface Verdict permits Verified, Refused {
    /** Treats both cases: a forgotten one does not compile. */
    <T> T fold(Function<? super Verified, ? extends T> verified, Function<? super Refused, ? extends T> refused);
}
