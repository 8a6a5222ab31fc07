package fr.tessere.keycloak.settings;

/** A setting that is missing or cannot be: stops the start with a sentence that names it. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingException(String sentence) {
        super(sentence);
    }
}
