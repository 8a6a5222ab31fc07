package fr.tessere.specimen.document;

/**
 * A person who does not exist. An empty text means: not on the document.
 *
 * @param familyName in national characters
 * @param givenNames in national characters, separated by spaces
 * @param birthDate when born
 * @param sex {@code F}, {@code M} or {@code X}
 * @param nationality three letters (ICAO 9303-3 §5)
 * @param placeOfBirth parts separated by {@code <} (ICAO 9303-10 §4.7.11)
 * @param address parts separated by {@code <}
 */
public record Holder(
        String familyName,
        String givenNames,
        BirthDate birthDate,
        String sex,
        String nationality,
        String placeOfBirth,
        String address) {
    public Holder {
        if (familyName.isBlank()) {
            throw new IllegalArgumentException("a holder has a family name");
        }
        if (!sex.matches("[FMX]")) {
            throw new IllegalArgumentException("the sex on a document is F, M or X");
        }
        if (!nationality.matches("[A-Z]{1,3}")) {
            throw new IllegalArgumentException("a nationality has one to three letters");
        }
    }

    /** The same person with another family name. */
    public Holder withFamilyName(String name) {
        return new Holder(name, givenNames, birthDate, sex, nationality, placeOfBirth, address);
    }

    /** The same person with other given names. */
    public Holder withGivenNames(String names) {
        return new Holder(familyName, names, birthDate, sex, nationality, placeOfBirth, address);
    }

    /** The same person, born on another day. */
    public Holder bornOn(BirthDate day) {
        return new Holder(familyName, givenNames, day, sex, nationality, placeOfBirth, address);
    }

    @Override
    public String toString() {
        return "Holder[hidden]";
    }
}
