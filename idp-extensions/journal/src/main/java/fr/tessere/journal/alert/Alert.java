package fr.tessere.journal.alert;

import fr.tessere.audit.alert.Alarm;
import java.time.Instant;

/**
 * An alarm as it is kept.
 *
 * @param id random
 * @param alarm what was found
 * @param raised when it was found
 * @param keeper id of the officer who acknowledged it, or empty
 * @param seen when that was; the time it was raised if nobody did
 * @param note of that officer, or empty
 */
public record Alert(String id, Alarm alarm, Instant raised, String keeper, Instant seen, String note) {
    /** True while nobody has acknowledged it. */
    public boolean isOpen() {
        return keeper.isEmpty();
    }
}
