package fr.tessere.claims.pivot;

/** Where a claim comes from. */
public enum Origin {
    /** The machine readable zone, DG1: signed by the State, in capitals, without accents, perhaps cut. */
    MACHINE_READABLE_ZONE("dg1"),
    /** The additional details, DG11: signed by the State, in national characters. */
    ADDITIONAL_DETAILS("dg11"),
    /** The person said so; nobody checked it. */
    SELF_DECLARED("self-declared");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /** The word in {@code claim_origins}. */
    public String word() {
        return word;
    }

    /** True if a State signed it. */
    public boolean isSigned() {
        return this != SELF_DECLARED;
    }
}
