package fr.tessere.audit.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an alarm is raised.
 *
 * @param kind what is looked for
 * @param on false if nobody wants to hear of it
 * @param threshold so many, 1 to 10,000
 * @param minutes within this time, 1 to 1,440
 */
public record Rule(RuleKind kind, boolean on, int threshold, int minutes) {
    private static final int MOST = 10_000;
    private static final int DAY = 1_440;
    private static final Pattern FORM = Pattern.compile("(on|off) ([1-9][0-9]{0,4}) ([1-9][0-9]{0,3})");

    public Rule {
        if (threshold < 1 || threshold > MOST || minutes < 1 || minutes > DAY) {
            throw new IllegalArgumentException("a rule counts 1 to 10,000 within 1 to 1,440 minutes");
        }
    }

    /** Reads {@code on 50 10}; empty for anything else. */
    public static Optional<Rule> of(RuleKind kind, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int threshold = Integer.parseInt(form.group(2));
        int minutes = Integer.parseInt(form.group(3));
        return threshold <= MOST && minutes <= DAY
                ? Optional.of(new Rule(kind, form.group(1).equals("on"), threshold, minutes))
                : Optional.empty();
    }

    /** The form that {@link #of} reads. */
    public String text() {
        return "%s %d %d".formatted(on ? "on" : "off", threshold, minutes);
    }

    /** The time within which it counts. */
    public Duration within() {
        return Duration.ofMinutes(minutes);
    }
}
