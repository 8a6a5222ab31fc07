package fr.tessere.journal.known;

import java.util.Map;

/** What is compared with what was known last. */
public enum Subject {
    /** Rules for services, and the profiles that they apply: Keycloak tells nobody when an administrator changes them. */
    CLIENT_POLICIES("client-policies"),
    /** Texts that an administrator put in place of others. */
    TEXTS("texts"),
    /** Settings of the server that decide, as they are since its start. */
    SETTINGS("settings"),
    /** Whose signatures count, as the trust folder and officers say. */
    TRUST("trust");

    /** Fact of {@link #TRUST}: why the folder as it lies there is not in force. */
    public static final String BROKEN = "broken";

    private final String word;

    Subject(String word) {
        this.word = word;
    }

    /** The stable word. */
    public String word() {
        return word;
    }

    /** Kind of the entry that says that this holds now. */
    String kind(Map<String, String> now) {
        if (this != TRUST) {
            return "configuration";
        }
        return now.containsKey(BROKEN) ? "trust-broken" : "trust";
    }
}
