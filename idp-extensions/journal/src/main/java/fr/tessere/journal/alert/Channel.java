package fr.tessere.journal.alert;

/** How an alert reaches people. */
public enum Channel {
    WEBHOOK("webhook"),
    EMAIL("email");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The stable word. */
    public String word() {
        return word;
    }

    static Channel ofWord(String word) {
        return word.equals(WEBHOOK.word) ? WEBHOOK : EMAIL;
    }
}
