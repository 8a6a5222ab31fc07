package fr.tessere.tools;

import java.util.Locale;

/** The language of a call: it must be known before the commands and their help texts are built. */
final class Language {
    private static final String OPTION = "--language";

    private Language() {}

    /** What {@code --language} says, or else the machine's language. */
    static Locale of(String[] arguments, Locale machine) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return Locale.forLanguageTag(arguments[i].substring(OPTION.length() + 1));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Locale.forLanguageTag(arguments[i + 1]);
            }
        }
        return machine;
    }
}
