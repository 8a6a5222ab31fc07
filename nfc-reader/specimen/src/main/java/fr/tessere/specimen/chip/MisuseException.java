package fr.tessere.specimen.chip;

import fr.tessere.protocol.card.StatusWord;

/** A command that the chip does not carry out; the status word is its whole answer. */
final class MisuseException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient StatusWord status;

    MisuseException(StatusWord status) {
        super("status " + status, null, false, false);
        this.status = status;
    }

    MisuseException(int status) {
        this(new StatusWord(status));
    }

    /** The answer. */
    StatusWord status() {
        return status;
    }

    static void require(boolean condition, StatusWord otherwise) throws MisuseException {
        if (!condition) {
            throw new MisuseException(otherwise);
        }
    }
}
