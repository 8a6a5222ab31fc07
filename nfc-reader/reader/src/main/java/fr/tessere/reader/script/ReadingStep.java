package fr.tessere.reader.script;

/** Where a reading stands, in the order in which a person sees it. */
public enum ReadingStep {
    /** Asks the chip how it can be opened. */
    OFFER("offer"),
    /** PACE or BAC with the access key. */
    ACCESS("access"),
    /** Reads EF.SOD. */
    SECURITY_OBJECT("security-object"),
    /** Reads DG14 or DG15. */
    CHIP_KEYS("chip-keys"),
    /** Asks for the lengths of the data groups that the server will read. */
    LENGTHS("lengths"),
    /** Plays the server's script. */
    SCRIPT("script");

    private final String word;

    ReadingStep(String word) {
        this.word = word;
    }

    /** The stable word: key of the texts for people. */
    public String word() {
        return word;
    }
}
