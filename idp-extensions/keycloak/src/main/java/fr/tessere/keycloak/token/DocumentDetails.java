package fr.tessere.keycloak.token;

import fr.tessere.protocol.bytes.Bytes;
import java.time.LocalDate;
import java.util.List;

/**
 * What the document says besides its machine readable zone. Never printed.
 *
 * @param expiry last day of validity
 * @param placeOfBirth as DG11 prints it; empty if it was not read or does not say
 * @param names true if the names are DG11's, in national characters
 * @param birth true if the birth date is DG11's, in full
 * @param registers keyed digests, 32 bytes each, under which the registers of reported documents know it
 */
public record DocumentDetails(
        LocalDate expiry, String placeOfBirth, boolean names, boolean birth, List<Bytes> registers) {
    public DocumentDetails {
        registers = List.copyOf(registers);
    }

    @Override
    public String toString() {
        return "DocumentDetails[hidden]";
    }
}
