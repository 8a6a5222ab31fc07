package fr.tessere.release.consent;

/**
 * One line of the page.
 *
 * @param name name of the claim
 * @param label what it is, for people
 * @param value what the service would read; empty if that is not known yet
 * @param purpose why the service asks, in its own words; empty if it does not say
 * @param required true if it cannot be left out
 */
public record ConsentItem(String name, String label, String value, String purpose, boolean required) {
    @Override
    public String toString() {
        return "ConsentItem[" + name + "]";
    }
}
