package fr.tessere.reader.server;

/** Is told what happens beside the chip's own progress. Called on the reading's own thread. */
public interface SignInListener {
    /** Tells nobody. */
    SignInListener NONE = new SignInListener() {};

    /** The card was lost and is looked for again; nothing has to be typed again. */
    default void cardLost() {}

    /** What was read is on its way to the server, which checks it. */
    default void checking() {}
}
