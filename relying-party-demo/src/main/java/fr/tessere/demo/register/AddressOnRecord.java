package fr.tessere.demo.register;

/**
 * Where a person lives, as the register has it. Nobody's address: the register is fictional.
 *
 * @param street number and street
 * @param postcode five digits
 * @param town name
 */
public record AddressOnRecord(String street, String postcode, String town) {
    /** What the register says of everybody. */
    static final AddressOnRecord OF_EVERYBODY = new AddressOnRecord("1 rue de l'Exemple", "00000", "Bréval");

    @Override
    public String toString() {
        return "AddressOnRecord[hidden]";
    }
}
