package fr.tessere.claims.places;

/**
 * A departement or overseas collectivity.
 *
 * @param code two or three characters, for example {@code 2A} or {@code 974}
 * @param name as INSEE writes it
 */
public record Departement(String code, String name) {}
