package fr.tessere.sandbox.trial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One sign-in of the sandbox's own client, with all that was seen of it. Lives in the session of one browser. */
public final class Trial implements Serializable {
    /** Where the session keeps it. */
    public static final String NAME = "trial";
    /** More than any sign-in has. */
    private static final int LONGEST = 60;

    private static final long serialVersionUID = 1;

    private final String state;
    private final String nonce;
    private final String verifier;
    private final ArrayList<Exchange> seen = new ArrayList<>();

    Trial(String state, String nonce, String verifier) {
        this.state = state;
        this.nonce = nonce;
        this.verifier = verifier;
    }

    /** Adds what was seen. */
    public synchronized void saw(Exchange exchange) {
        if (seen.size() < LONGEST) {
            seen.add(exchange);
        }
    }

    /** What was seen so far, in order. */
    public synchronized List<Exchange> seen() {
        return List.copyOf(seen);
    }

    String state() {
        return state;
    }

    String nonce() {
        return nonce;
    }

    String verifier() {
        return verifier;
    }

    @Override
    public String toString() {
        return "Trial[hidden]";
    }
}
