package fr.tessere.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The look: one file, readable in every light")
class LookTest {
    private static final Path FOLDER = Repository.root().resolve("src/main/look");
    private static final Pattern VALUE = Pattern.compile("\\$\\{(look\\.[a-z0-9.-]+)}");
    private static final List<String> GROUNDS = List.of("ground", "band", "info", "warn", "bad");

    private final Properties look = load();

    /** WCAG 2.2, 1.4.3: text on its ground 4.5; 1.4.11: borders of fields and bars of notices 3. */
    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void everyPairOfColoursHasEnoughContrast(boolean dark) {
        List<String> weak = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String text : List.of("ink", "soft", "accent")) {
                require(weak, text, ground, dark, 4.5);
            }
        }
        require(weak, "on-accent", "accent", dark, 4.5);
        for (String line : List.of("line", "warn-bar", "bad-bar")) {
            require(weak, line, "ground", dark, 3);
        }

        assertThat(weak).isEmpty();
    }

    /** What stands in the look's own files is a value of the file or follows from one. */
    @Test
    void coloursStandInOneFileOnly() {
        List<String> elsewhere = new ArrayList<>();
        for (Path file : Repository.files()) {
            if (file.toString().matches(".*src/main/.*\\.(css|ftl|html|svg)")
                    && Repository.text(file)
                            .replaceAll("fill=\"#(fff|000)\"", "")
                            .matches("(?is).*(#[0-9a-f]{3,8}\\b[^-\"]|rgba?\\().*")) {
                elsewhere.add(Repository.name(file));
            }
        }

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void everyValueThatIsUsedIsThereAndEveryOneIsUsed() {
        List<String> used = new ArrayList<>();
        for (Path file : Repository.files()) {
            if (file.toString().matches(".*src/main/.*\\.(css|svg|properties)")) {
                Matcher value = VALUE.matcher(Repository.text(file));
                while (value.find()) {
                    used.add(value.group(1));
                }
            }
        }

        assertThat(used).containsAll(look.stringPropertyNames());
        assertThat(look.stringPropertyNames()).containsAll(used);
    }

    private void require(List<String> weak, String front, String back, boolean dark, double least) {
        String suffix = dark ? ".dark" : "";
        double contrast =
                contrast(look.getProperty("look." + front + suffix), look.getProperty("look." + back + suffix));
        if (contrast < least) {
            weak.add("%s on %s%s: %.2f, at least %.1f".formatted(front, back, suffix, contrast, least));
        }
    }

    /** Contrast ratio of two colours (WCAG 2.2, "contrast ratio"). */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Properties load() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Repository.text(FOLDER.resolve("look.properties"))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
