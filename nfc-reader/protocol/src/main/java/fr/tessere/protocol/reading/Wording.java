package fr.tessere.protocol.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts for people that go with the words of the messages, in French and English (English for other languages). */
public final class Wording {
    private static final String PACKAGE = Wording.class.getPackageName();
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle refusals;
    private final ResourceBundle claims;

    /** Texts in this language. */
    public Wording(Locale locale) {
        refusals = ResourceBundle.getBundle(PACKAGE + ".refusals", locale, Wording.class.getClassLoader(), NO_FALLBACK);
        claims = ResourceBundle.getBundle(PACKAGE + ".claims", locale, Wording.class.getClassLoader(), NO_FALLBACK);
    }

    /** What happened, one sentence. */
    public String happened(RefusalCode code) {
        return refusals.getString(code.word() + ".happened");
    }

    /** What to do next, one sentence. */
    public String next(RefusalCode code) {
        return refusals.getString(code.word() + ".next");
    }

    /** More than one sentence about what to do, for the codes that people meet most. */
    public Optional<String> more(RefusalCode code) {
        String key = code.word() + ".more";
        return refusals.containsKey(key) ? Optional.of(refusals.getString(key)) : Optional.empty();
    }

    /** Whom to ask, one or two sentences. */
    public String ask(Contact contact) {
        return refusals.getString("ask." + contact.word());
    }

    /** What the causes have in common for which this contact is asked, as a heading. */
    public String about(Contact contact) {
        return refusals.getString("about." + contact.word());
    }

    /** What a service asks for, in a person's words; the word itself where there is none. */
    public String claim(String word) {
        return claims.containsKey(word) ? claims.getString(word) : word;
    }
}
