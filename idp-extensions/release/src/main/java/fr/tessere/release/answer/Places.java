package fr.tessere.release.answer;

import fr.tessere.claims.places.Gazetteer;

/** The one {@link Gazetteer} of this server, read when somebody first asks for a place. */
public final class Places {
    private Places() {}

    /** All places. */
    public static Gazetteer all() {
        return Lazy.GAZETTEER;
    }

    private static final class Lazy {
        static final Gazetteer GAZETTEER = Gazetteer.load();
    }
}
