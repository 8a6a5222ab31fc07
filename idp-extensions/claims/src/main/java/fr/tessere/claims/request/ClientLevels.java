package fr.tessere.claims.request;

import java.util.List;

/**
 * What is set for a client.
 *
 * @param minimum level below which it takes nobody; empty if it takes everybody
 * @param usual levels it wants when it names none
 */
public record ClientLevels(String minimum, List<String> usual) {
    /** Nothing is set. */
    public static final ClientLevels NONE = new ClientLevels("", List.of());

    public ClientLevels {
        usual = List.copyOf(usual);
    }
}
