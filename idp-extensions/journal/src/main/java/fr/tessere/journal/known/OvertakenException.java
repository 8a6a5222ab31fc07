package fr.tessere.journal.known;

/** Another node has written it meanwhile: nothing of this transaction takes effect. */
final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OvertakenException(String subject) {
        super("somebody has noted " + subject + " by now");
    }
}
