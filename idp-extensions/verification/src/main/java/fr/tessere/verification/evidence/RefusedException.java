package fr.tessere.verification.evidence;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.function.Supplier;

/** A check that failed. The detail says found and expected, with units, and no one's data; a person reads another text. */
public class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    public RefusedException(RefusalCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** The cause, by its stable name. */
    public final RefusalCode code() {
        return code;
    }

    /** For officers and logs: found and expected, no personal data. */
    public final String detail() {
        return String.valueOf(getMessage());
    }

    /** Refuses unless the condition holds. */
    public static void require(boolean holds, RefusalCode code, String detail) throws RefusedException {
        if (!holds) {
            throw new RefusedException(code, detail);
        }
    }

    /** The same where the detail is worth writing only if it is needed: numbers put into a text cost a microsecond each. */
    public static void require(boolean holds, RefusalCode code, Supplier<String> detail) throws RefusedException {
        if (!holds) {
            throw new RefusedException(code, detail.get());
        }
    }
}
