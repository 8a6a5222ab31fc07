package fr.tessere.verification.trust;

/** Why a country signer is trusted. Lying in the folder is no reason, except among specimens. */
public enum Vouching {
    /** The operator compared its fingerprint and wrote it into the list {@code confirmed}. */
    CONFIRMED("confirmed"),
    /** A master list names it whose signer the operator confirmed. */
    MASTER_LIST("master-list"),
    /** A trusted key of the same country signed a link certificate for its key (ICAO 9303-12 §7.1). */
    LINK("link-certificate"),
    /** A person named the folder on a command line, for one question; a server does not trust it for that. */
    NAMED("named-by-hand"),
    /** It lies in the folder of specimens and vouches for nothing else. */
    SPECIMEN("specimen-folder");

    private final String word;

    Vouching(String word) {
        this.word = word;
    }

    /** The word used in reports. */
    public String word() {
        return word;
    }
}
