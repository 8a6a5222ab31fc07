package fr.tessere.specimen.chip;

import java.util.Optional;

/**
 * The codes printed on the document. The MRZ opens BAC and PACE, the CAN only PACE (ICAO 9303-11 §4.3, §4.4).
 *
 * @param can the card access number, 6 digits
 * @param mrz what the access key is derived from
 */
public record AccessSecrets(Optional<String> can, Optional<MrzInformation> mrz) {
    public AccessSecrets {
        can.ifPresent(digits -> {
            if (!digits.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("a CAN has 6 digits, got " + digits.length() + " characters");
            }
        });
    }

    @Override
    public String toString() {
        return "AccessSecrets[hidden]";
    }
}
