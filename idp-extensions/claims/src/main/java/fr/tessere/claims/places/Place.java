package fr.tessere.claims.places;

import java.util.regex.Pattern;

/**
 * A commune of France, present or former, or a municipal district of Paris, Lyon or Marseille.
 *
 * @param code five characters, for example {@code 2A004}
 * @param name as INSEE writes it
 * @param departement its departement or overseas collectivity
 */
public record Place(String code, String name, Departement departement) {
    private static final Pattern CODE = Pattern.compile("(2[AB]|[0-9]{2})[0-9]{3}");

    public Place {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code of the COG has five characters");
        }
    }

    /** For people: {@code Ajaccio (Corse-du-Sud)}. */
    public String label() {
        return name + " (" + departement.name() + ")";
    }
}
