package fr.tessere.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.Folders;
import fr.tessere.specimen.catalogue.Cases;
import fr.tessere.specimen.catalogue.CataloguePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The catalogue on paper: complete, and its page is what the tables say")
class CataloguePageTest {
    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+Test)(?:\\.(\\w+))?");

    @Test
    void thePageIsUpToDate() throws IOException {
        assertThat(Files.readString(Folders.root().resolve("src/main/docs/catalogue.md")))
                .as("write it again: src/main/bin/tessere specimen catalogue --markdown > src/main/docs/catalogue.md")
                .isEqualTo(CataloguePage.text());
    }

    @Test
    void aRowThatNamesATestNamesOneThatExists() throws IOException {
        Map<String, String> sources = testSources();
        List<String> missing = Cases.all().stream()
                .flatMap(row -> TEST.matcher(row.note()).results())
                .filter(found -> !sources.getOrDefault(found.group(1), "")
                        .contains(found.group(2) == null ? "class " + found.group(1) : " " + found.group(2) + "("))
                .map(MatchResult::group)
                .toList();

        assertThat(missing).isEmpty();
    }

    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.find(
                Folders.root(), 16, (path, attributes) -> path.toString().endsWith("Test.java"))) {
            for (Path file : files.toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }

    @ParameterizedTest(name = "{0}: {1} tests")
    @CsvSource({
        "ISO7816_A, 3",
        "ISO7816_B, 10",
        "ISO7816_C, 8",
        "ISO7816_D, 15",
        "ISO7816_F, 9",
        "ISO7816_G, 41",
        "LDS_A, 10",
        "LDS_B, 28",
        "LDS_C, 28",
        "LDS_F, 7",
        "LDS_H, 98",
        "LDS_I, 3",
        "LDS_J, 4",
        "LDS_K, 4",
    })
    void everyTestOfTheFamilyIsARow(String family, int tests) {
        Set<String> covered =
                Cases.all().stream().flatMap(row -> row.tests().stream()).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (int i = 1; i <= tests; i++) {
            String test = "%s_%02d".formatted(family, i);
            if (!covered.contains(test)) {
                missing.add(test);
            }
        }

        assertThat(missing).isEmpty();
    }
}
