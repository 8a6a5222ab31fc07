package fr.tessere.journal.keys;

import java.util.Locale;

/** How long the digests of an entry can be traced back to somebody. */
public enum Retention {
    /** Acts of citizens. */
    CITIZEN,
    /** Acts of staff: officers, auditors, administrators. */
    STAFF;

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
