package fr.tessere.protocol.reading;

/** How the reader opened the chip (ICAO 9303-11 §4). The access key itself never leaves the reader. */
public enum AccessProtocol {
    PACE("pace"),
    BAC("bac");

    private final String word;

    AccessProtocol(String word) {
        this.word = word;
    }

    /** The word used in messages. */
    public String word() {
        return word;
    }
}
