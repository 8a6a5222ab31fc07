package fr.tessere.protocol.reading;

/** Where the reader stands, seen from the browser that began the sign-in. Decided by the address that was opened. */
public enum Channel {
    /** Same machine: the sign-in completes only in the browser that is handed the one-time return address. */
    THIS_DEVICE("this-device"),
    /** Another machine: the person compares a code; a sign-in that somebody else began must not be helped. */
    ANOTHER_DEVICE("another-device");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The word used in messages. */
    public String word() {
        return word;
    }
}
