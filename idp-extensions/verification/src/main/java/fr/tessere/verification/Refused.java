package fr.tessere.verification;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.function.Function;

/**
 * Something does not hold.
 *
 * @param code the cause, by its stable name
 * @param detail for officers and logs: found and expected, no personal data
 */
public record Refused(RefusalCode code, String detail) implements Verdict {
    @Override
    public <T> T fold(
            Function<? super Verified, ? extends T> verified, Function<? super Refused, ? extends T> refused) {
        return refused.apply(this);
    }
}
