package fr.tessere.audit.alert;

import java.time.Instant;
import java.util.List;

/**
 * A rule was met.
 *
 * @param kind of the rule
 * @param subject whom or what it is about, as the log names it
 * @param first time of the first entry that counted
 * @param last time of the last
 * @param count so many
 * @param entries ids of the last of them, at most {@value #SHOWN}
 */
public record Alarm(RuleKind kind, String subject, Instant first, Instant last, int count, List<String> entries) {
    /** Entries that an alarm names. */
    public static final int SHOWN = 10;

    public Alarm {
        entries = List.copyOf(entries.subList(Math.max(0, entries.size() - SHOWN), entries.size()));
    }
}
