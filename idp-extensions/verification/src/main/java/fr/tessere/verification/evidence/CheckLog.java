package fr.tessere.verification.evidence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Takes down the checks of one verification as they are made, so that a refusal shows how far it came. */
public final class CheckLog {
    private final Map<Check, CheckResult> made = new EnumMap<>(Check.class);

    /** Takes down one result. */
    public void add(Check check, CheckResult result) {
        made.put(check, result);
    }

    /** The checks made so far. */
    public Map<Check, CheckResult> made() {
        return Collections.unmodifiableMap(new EnumMap<>(made));
    }

    /** All checks after this refusal: those made, the one that failed, and the rest, aborted. */
    public Map<Check, CheckResult> stoppedBy(RefusedException refusal) {
        Map<Check, CheckResult> all = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            all.put(check, made.getOrDefault(check, CheckResult.ABORTED));
        }
        all.put(Check.of(refusal.code()), CheckResult.FAILED);
        return Collections.unmodifiableMap(all);
    }
}
