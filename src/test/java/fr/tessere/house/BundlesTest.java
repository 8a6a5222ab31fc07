package fr.tessere.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("French and English say the same things")
class BundlesTest {
    private static final Pattern LOOSE_SIGN = Pattern.compile(" [:;?!»]|« |=.*\\p{L}[:;?!](\\s|$)");

    /** A bundle is {@code name_fr.properties} beside {@code name.properties} or {@code name_en.properties}. */
    @Test
    void bothLanguagesHaveTheSameKeysAndNoEmptyText() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path french : Repository.files("_fr.properties")) {
            Path english = english(french);
            Properties fr = load(french);
            Properties en = load(english);
            difference(fr, en).forEach(key -> wrong.add(Repository.name(english) + " lacks " + key));
            difference(en, fr).forEach(key -> wrong.add(Repository.name(french) + " lacks " + key));
            for (String key : fr.stringPropertyNames()) {
                if (fr.getProperty(key).isBlank()) {
                    wrong.add(Repository.name(french) + " has no text for " + key);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** In French a no-break space stands before : ; ? ! so that none of them begins a line. */
    @Test
    void frenchKeepsItsSignsOnTheLine() {
        List<String> wrong = new ArrayList<>();
        for (Path french : Repository.files("_fr.properties")) {
            Repository.text(french)
                    .lines()
                    .filter(line ->
                            !line.startsWith("#") && LOOSE_SIGN.matcher(line).find())
                    .forEach(line -> wrong.add(Repository.name(french) + ": " + line));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRefusalSaysWhatHappenedAndWhatToDo() throws IOException {
        Path folder = Repository.root()
                .resolve("nfc-reader/protocol/src/main/resources/fr/tessere/protocol/reading/refusals_fr.properties");
        Properties texts = load(folder);

        assertThat(RefusalCode.values())
                .allSatisfy(code -> assertThat(texts.stringPropertyNames())
                        .contains(code.word() + ".happened", code.word() + ".next"));
    }

    private static Path english(Path french) {
        String name = french.getFileName().toString();
        Path plain = french.resolveSibling(name.replace("_fr.", "."));
        return Files.exists(plain) ? plain : french.resolveSibling(name.replace("_fr.", "_en."));
    }

    private static Set<String> difference(Properties all, Properties present) {
        Set<String> missing = new TreeSet<>(all.stringPropertyNames());
        missing.removeAll(present.stringPropertyNames());
        return missing;
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Repository.text(file)));
        return properties;
    }
}
