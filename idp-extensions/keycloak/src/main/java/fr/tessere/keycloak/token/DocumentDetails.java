package fr.tessere.keycloak.token;

import java.time.LocalDate;

/**
 * What the document says besides its machine readable zone. Never printed.
 *
 * @param expiry last day of validity
 * @param placeOfBirth as DG11 prints it; empty if it was not read or does not say
 * @param names true if the names are DG11's, in national characters
 * @param birth true if the birth date is DG11's, in full
 */
public record DocumentDetails(LocalDate expiry, String placeOfBirth, boolean names, boolean birth) {
    @Override
    public String toString() {
        return "DocumentDetails[hidden]";
    }
}
