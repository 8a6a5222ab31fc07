package fr.tessere.protocol.reading;

import fr.tessere.protocol.card.FileId;

/** How large a message and its parts may be. What is larger is refused before it is parsed. */
public final class Limits {
    /** Version of the messages; both sides say it in each message. */
    public static final int VERSION = 1;
    /** Largest body of any message, bytes of JSON. */
    public static final int MESSAGE = 256 * 1024;
    /** Largest body of {@code open} and {@code trouble}, bytes of JSON. */
    public static final int SHORT_MESSAGE = 2 * 1024;
    /** Commands in one script, answers in one message. */
    public static final int COMMANDS = 128;
    /** One command or answer as it goes over the wire, bytes. */
    public static final int APDU = 65_544;
    /** All commands or all answers of one message together, bytes. */
    public static final int APDUS = 160 * 1024;
    /** Troubles beside the card that a reader may tell in one reading. */
    public static final int TROUBLES = 8;
    /** Times that the server may ask for another script in one reading. */
    public static final int ROUNDS = 8;
    /** A text shown to a person, characters. */
    public static final int TEXT = 200;

    private Limits() {}

    /** Largest size of one chip file, bytes. */
    public static int of(FileId file) {
        return switch (file) {
            case CARD_ACCESS, COM -> 2 * 1024;
            case SOD -> 32 * 1024;
            case CARD_SECURITY -> 16 * 1024;
            case DG1 -> 256;
            // images: face, fingers, irises, portrait, signature
            case DG2, DG3, DG4, DG5, DG7 -> 100 * 1024;
            default -> 8 * 1024;
        };
    }
}
