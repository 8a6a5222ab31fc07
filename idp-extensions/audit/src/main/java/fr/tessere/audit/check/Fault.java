package fr.tessere.audit.check;

/** What can be wrong with a log. */
public enum Fault {
    /** An entry is not there any more. */
    REMOVED("removed"),
    /** An entry says something else than it did. */
    CHANGED("changed"),
    /** An entry stands there that the log never had. */
    INSERTED("inserted"),
    /** Entries have changed places. */
    REORDERED("reordered"),
    /** The end is missing: a head was published of more entries. */
    TRUNCATED("truncated"),
    /** From somewhere on, another history than the published one. */
    REWRITTEN("rewritten"),
    /** A head is signed with a key that is not trusted. */
    OTHER_KEY("other-key"),
    /** Two heads of this log's key contradict each other: two histories were shown. */
    FORK("fork"),
    /** A head is not of its form, or its signature is wrong. */
    HEAD_FORGED("head-forged"),
    /** A head or an entry belongs to another log. */
    OTHER_LOG("other-log"),
    /** Hashes that were published with the heads are not those that the heads sign. */
    HASHES_FORGED("hashes-forged"),
    /** No head was given at all: nothing vouches for any entry. */
    NO_HEAD("no-head");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /** The word used in reports. */
    public String word() {
        return word;
    }
}
