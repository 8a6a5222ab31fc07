package fr.tessere.verification;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Decision;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something does not hold.
 *
 * @param code the cause, by its stable name
 * @param detail for officers and logs: found and expected, no personal data
 * @param decision the account of it; empty if no document was looked at
 */
public record Refused(RefusalCode code, String detail, Optional<Decision> decision) implements Verdict {
    /** A refusal for which no document was looked at. */
    public Refused(RefusalCode code, String detail) {
        this(code, detail, Optional.empty());
    }

    @Override
    public <T> T fold(
            Function<? super Verified, ? extends T> verified, Function<? super Refused, ? extends T> refused) {
        return refused.apply(this);
    }
}
