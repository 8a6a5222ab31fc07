package fr.tessere.specimen.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Who finds out. What only somebody with the files in hand can see says what a sign-in with our reader comes to: written
 * {@code verify, signing in: accept}.
 *
 * @param by {@code reader} beside the card; {@code server}; {@code files}: an officer who has the files, and the server
 *     where another reader than ours sends them as they lie; {@code verify}: the officer alone; empty if left out
 * @param signIn what the same chip comes to with our reader, for {@code files} and {@code verify}; empty for all others
 */
public record Seen(String by, Optional<Expected> signIn) {
    private static final String SIGNING_IN = ", signing in: ";
    private static final List<String> ON_THE_WAY = List.of("reader", "server");
    private static final List<String> IN_HAND = List.of("files", "verify");

    /** Seen by nobody: the row is left out. */
    static final Seen NOBODY = new Seen("", Optional.empty());

    public Seen {
        if (!by.isEmpty() && !ON_THE_WAY.contains(by) && !IN_HAND.contains(by)) {
            throw new IllegalArgumentException("seen by reader, server, files or verify, not by " + by);
        }
        if (signIn.isPresent() != IN_HAND.contains(by)) {
            throw new IllegalArgumentException(
                    "files and verify say what signing in comes to, the others do not: " + by);
        }
    }

    static Seen of(String text) {
        String[] parts = text.split(SIGNING_IN, 2);
        return new Seen(parts[0], parts.length == 2 ? Optional.of(Expected.of(parts[1])) : Optional.empty());
    }

    /** True if somebody sees it who has the files in hand, and a sign-in may not. */
    public boolean isInHand() {
        return signIn.isPresent();
    }

    @Override
    public String toString() {
        return by + signIn.map(expected -> SIGNING_IN + expected).orElse("");
    }
}
