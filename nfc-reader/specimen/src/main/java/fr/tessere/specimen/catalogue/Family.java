package fr.tessere.specimen.catalogue;

import java.util.Locale;

/** The tables of the catalogue, in the order in which people read them. Each is one file of rows. */
public enum Family {
    ISO7816_A("Selecting the application"),
    ISO7816_B("Basic Access Control and secure messaging"),
    ISO7816_C("Reading files"),
    ISO7816_D("Chip Authentication"),
    ISO7816_F("Active Authentication"),
    ISO7816_G("PACE"),
    LDS_A("EF.COM"),
    LDS_B("DG1: the machine readable zone"),
    LDS_C("DG2: the face image"),
    DG11("Names and places in full"),
    LDS_F("DG14: what the chip can prove"),
    LDS_H("EF.SOD: what the State signed"),
    LDS_I("DG15: the key of Active Authentication"),
    LDS_J("EF.CardSecurity"),
    LDS_K("EF.ATR/INFO"),
    TRUST("Trust: signers, country signers, revocation"),
    ATTACKS("What a forger does"),
    SESSION("What goes wrong around the chip");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The word of the file, for example {@code iso7816-a}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
