package fr.tessere.specimen.document;

import java.util.Locale;
import java.util.Map;

/**
 * One specimen to choose from.
 *
 * @param name its name
 * @param faulty true if it must be refused
 * @param access what opens it, for example {@code PACE, BAC}
 * @param cloneProtection for example {@code CA ECDH-AES-128 P-256}; empty if it has none
 * @param summary one sentence by language
 */
public record Offer(String name, boolean faulty, String access, String cloneProtection, Map<String, String> summary) {

    /** The sentence in French for the French, in English for everyone else. */
    public String summaryIn(Locale locale) {
        return summary.getOrDefault(locale.getLanguage(), summary.getOrDefault("en", name));
    }
}
