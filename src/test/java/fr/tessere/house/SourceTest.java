package fr.tessere.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("STYLE.md: sizes that keep a house calm")
class SourceTest {
    private static final int FILE = 300;
    private static final int METHOD = 40;
    private static final Pattern MISSPELT = Pattern.compile("\\bTessera\\b(?!:)");

    @Test
    void noFileHasMoreThan300Lines() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : Repository.files(".java")) {
            long lines = Repository.text(file).lines().count();
            if (lines > FILE) {
                tooLong.add(Repository.name(file) + " has " + lines + " lines");
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void noMethodHasMoreThan40Lines() {
        assertThat(MethodLengths.above(METHOD, Repository.files(".java"))).isEmpty();
    }

    @Test
    void theProductIsWrittenWithItsAccent() {
        List<String> misspelt = new ArrayList<>();
        for (Path file : Repository.files()) {
            if (file.toString().matches(".*\\.(java|md|properties|ftl|html|json|sh|xml)")
                    && !file.endsWith("SourceTest.java")
                    && MISSPELT.matcher(Repository.text(file)).find()) {
                misspelt.add(Repository.name(file));
            }
        }

        assertThat(misspelt).isEmpty();
    }
}
