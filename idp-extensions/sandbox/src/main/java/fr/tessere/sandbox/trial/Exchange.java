package fr.tessere.sandbox.trial;

import java.io.Serializable;

/**
 * One request and its answer, as text to read.
 *
 * @param name word of the step; the page has a text for it
 * @param request what was sent
 * @param answer what came back; empty where there is only one of the two
 */
public record Exchange(String name, String request, String answer) implements Serializable {
    /** Something that was seen, without an answer of its own. */
    public static Exchange note(String name, String text) {
        return new Exchange(name, text, "");
    }
}
