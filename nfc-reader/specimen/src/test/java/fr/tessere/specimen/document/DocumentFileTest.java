package fr.tessere.specimen.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A specimen document as one file")
class DocumentFileTest {
    @TempDir
    Path folder;

    static List<String> profiles() {
        return Specimens.profiles();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void comesBackAsItWas(String profile) throws IOException {
        SpecimenDocument document = Specimens.load(profile);
        Path file = folder.resolve("a.specimen.json");
        DocumentFile.save(document, file);
        SpecimenDocument read = Specimens.open(file);
        assertThat(read.contents()).isEqualTo(document.contents());
        assertThat(read.mrz()).isEqualTo(document.mrz());
        assertThat(read.signing()).isEqualTo(document.signing());
        assertThat(read.profile()).isEqualTo(profile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"tessere-specimen\": 1}",
                "{\"tessere-specimen\": 1, \"tessere-specimen\": 1}"
            })
    void refusesWhatIsNoSpecimen(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("b.specimen.json"), json);
        assertThatThrownBy(() -> DocumentFile.load(file)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherVersionAnUnknownPropertyAndWhatFollows() throws IOException {
        Path file = folder.resolve("c.specimen.json");
        DocumentFile.save(Specimens.load("french-identity-card"), file);
        String good = Files.readString(file);
        for (String bad : List.of(
                good.replace("\"tessere-specimen\" : 1", "\"tessere-specimen\" : 2"),
                good.replace("\"can\"", "\"pin\""),
                good.replace("\"profile\"", "\"more\" : 1, \"profile\""),
                good.replace("\"french-identity-card\"", "null"),
                good + "{}")) {
            assertThat(bad).isNotEqualTo(good);
            Files.writeString(file, bad);
            assertThatThrownBy(() -> DocumentFile.load(file)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAFileOfMoreThanOneMebibyte() throws IOException {
        Path file = Files.write(folder.resolve("d.specimen.json"), new byte[StrictJson.LARGEST + 1]);
        assertThatThrownBy(() -> DocumentFile.load(file)).hasMessageContaining("too large");
    }
}
