package fr.tessere.reader.cli;

import fr.tessere.reader.page.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The help of the commands under the name by which a person calls them: installed, the reader has a name of its own. */
final class NamedHelp extends ResourceBundle {
    private final String prefix;
    private final ResourceBundle help;

    /**
     * @param name the name of the program
     * @param locale French or English
     */
    NamedHelp(String name, Locale locale) {
        prefix = name + ".";
        help = Texts.bundle(NamedHelp.class.getPackageName() + ".help", locale);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        String written = key.startsWith(prefix) ? ReaderCommand.NAME + "." + key.substring(prefix.length()) : key;
        return help.containsKey(written) ? help.getObject(written) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(help.keySet().stream().map(this::called).toList());
    }

    private String called(String key) {
        String own = ReaderCommand.NAME + ".";
        return key.startsWith(own) ? prefix + key.substring(own.length()) : key;
    }
}
