package fr.tessere.protocol.reading;

/** What the server may answer to a reader. JSON tells them apart by {@code type}. */
public sealed interface ServerReply permits OpenedReading, ChipScript, ReadingDone, Noted, Problem {

    /** Treats every case: a forgotten one does not compile. */
    <T> T fold(Cases<T> cases);

    /**
     * One answer for each kind of reply.
     *
     * @param <T> what the treatment gives
     */
    interface Cases<T> {
        T opened(OpenedReading opened);

        T script(ChipScript script);

        T done(ReadingDone done);

        T noted(Noted noted);

        T problem(Problem problem);
    }
}
