package fr.tessere.verification.evidence;

/** How a check ended, in the words of BSI TR-03135-1. */
public enum CheckResult {
    SUCCESSFUL("successful"),
    FAILED("failed"),
    /** Could not be decided, for example because no revocation list is loaded. */
    UNDETERMINED("undetermined"),
    /** The document does not offer it. */
    NOT_SUPPORTED("not supported"),
    ABORTED("aborted");

    private final String word;

    CheckResult(String word) {
        this.word = word;
    }

    /** The word used in receipts. */
    public String word() {
        return word;
    }

    /** The result with this word. */
    public static java.util.Optional<CheckResult> ofWord(String word) {
        return java.util.Arrays.stream(values())
                .filter(result -> result.word.equals(word))
                .findFirst();
    }
}
