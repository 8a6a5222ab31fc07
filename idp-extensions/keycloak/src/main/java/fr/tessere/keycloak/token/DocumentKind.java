package fr.tessere.keycloak.token;

/** Word of a kind of document for people, by the document codes of ICAO 9303-4 to -6. */
public final class DocumentKind {
    private DocumentKind() {}

    /** {@code passport}, {@code permit} or {@code card}. */
    public static String word(String type) {
        if (type.startsWith("P")) {
            return "passport";
        }
        return type.equals("AR") || type.equals("IR") ? "permit" : "card";
    }
}
