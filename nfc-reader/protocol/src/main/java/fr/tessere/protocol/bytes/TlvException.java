package fr.tessere.protocol.bytes;

/** Bytes that are not the one tag-length-value object they should be. The message says found and expected, no data. */
public final class TlvException extends Exception {
    private static final long serialVersionUID = 1L;

    TlvException(String message) {
        super(message);
    }
}
