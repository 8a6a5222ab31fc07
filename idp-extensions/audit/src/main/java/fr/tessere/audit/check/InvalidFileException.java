package fr.tessere.audit.check;

/** A file that is not of its form. */
public final class InvalidFileException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidFileException(long line, String expected) {
        super("line %d: %s".formatted(line, expected));
    }
}
