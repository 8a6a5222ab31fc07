package fr.tessere.reader.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** What this installation is called; the values of {@code src/main/look/look.properties} as they were at build time. */
final class Look {
    private static final Properties VALUES = load();

    private Look() {}

    /** The name that people read, in this language. */
    static String name(Locale locale) {
        return VALUES.getProperty("look.name." + locale.getLanguage());
    }

    /** The accessibility statement, HTML. */
    static String accessibility(Locale locale) {
        try (InputStream in = open("accessibility." + locale.getLanguage() + ".html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = Look.class.getResourceAsStream("look/" + file);
        if (in == null) {
            throw new IllegalStateException(file + " is not in the program");
        }
        return in;
    }

    private static Properties load() {
        Properties values = new Properties();
        try (InputStream in = open("look.properties")) {
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            values.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("look.properties", e);
        }
        return values;
    }
}
