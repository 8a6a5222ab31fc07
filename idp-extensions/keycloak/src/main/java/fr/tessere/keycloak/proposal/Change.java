package fr.tessere.keycloak.proposal;

import fr.tessere.keycloak.status.OfficerAct;

/**
 * What an officer wants to be otherwise.
 *
 * @param area what it is about
 * @param subject which one: {@code country fra}, the digest of a document, the fingerprint of a certificate
 * @param before the value now, a word; a change holds only while this is so
 * @param after the value that is wanted
 */
public record Change(OfficerAct.Area area, String subject, String before, String after) {
    /** Characters of a value. */
    public static final int LONGEST = 500;

    public Change {
        if (before.length() > LONGEST || after.length() > LONGEST || subject.isEmpty()) {
            throw new IllegalArgumentException("a change has a subject, and values of at most " + LONGEST);
        }
    }
}
