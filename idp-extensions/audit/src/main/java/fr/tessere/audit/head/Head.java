package fr.tessere.audit.head;

import fr.tessere.audit.tree.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole log at one time. Its text is the body of a checkpoint (C2SP tlog-checkpoint): origin, size, root in base64, and the time
 * as extension line.
 *
 * @param log whose log
 * @param size number of entries
 * @param root of their tree
 * @param at when, to the second
 */
public record Head(String log, long size, Hash root, Instant at) {
    private static final String ORIGIN = "tessere-log/";
    private static final Pattern LOG = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern FORM = Pattern.compile(
            ORIGIN + "([A-Za-z0-9._-]{1,64})\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\nat ([0-9T:-]{1,30}Z)\n");

    public Head {
        if (!LOG.matcher(log).matches() || size < 0) {
            throw new IllegalArgumentException("no head has this log or size");
        }
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is signed. */
    public String text() {
        return ORIGIN + log + "\n" + size + "\n" + root.toBase64() + "\nat " + at + "\n";
    }

    /** Reads that text, and nothing else. */
    static Head of(String text) throws InvalidHeadException {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                Head head = new Head(
                        form.group(1),
                        Long.parseLong(form.group(2)),
                        Hash.ofBase64(form.group(3)),
                        Instant.parse(form.group(4)));
                if (head.text().equals(text)) {
                    return head;
                }
            }
        } catch (IllegalArgumentException | DateTimeException wrong) {
            // the same sentence
        }
        throw new InvalidHeadException(InvalidHeadException.Cause.FORM);
    }
}
