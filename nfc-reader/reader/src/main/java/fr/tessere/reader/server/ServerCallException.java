package fr.tessere.reader.server;

import fr.tessere.protocol.reading.RefusalCode;

/**
 * A call that brought no reply of the protocol: {@code address-invalid}, {@code server-unreachable} or
 * {@code server-reply-malformed}. The message says found and expected, for the operator and not for the person.
 */
public final class ServerCallException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    ServerCallException(RefusalCode code, String message) {
        super(message);
        this.code = code;
    }

    ServerCallException(RefusalCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The cause, as the person is told. */
    public RefusalCode code() {
        return code;
    }
}
