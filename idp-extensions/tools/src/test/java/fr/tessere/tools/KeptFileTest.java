package fr.tessere.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of kept heads")
class KeptFileTest {
    private static final String FIRST = "tessere-audit-heads 1 realm-1";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void growsByWhatIsNew() throws IOException {
        append(List.of(FIRST, "leaves 0 aa bb", "head one"));
        append(List.of(FIRST, "leaves 2 cc", "head two"));

        assertThat(kept())
                .hasContent(String.join("\n", FIRST, "leaves 0 aa bb", "head one", "leaves 2 cc", "head two"));
        try (KeptFile file = KeptFile.open(kept())) {
            assertThat(file.heads()).isEqualTo(2);
            assertThat(file.places()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("what a full disk or a killed process left of a line is cut off, and asked for again")
    void aLineThatIsNotWholeIsCutOff() throws IOException {
        Files.writeString(kept(), FIRST + "\nhead one\nleaves 0 aa b");
        append(List.of(FIRST, "leaves 0 aa bb"));

        assertThat(kept()).hasContent(String.join("\n", FIRST, "head one", "leaves 0 aa bb"));
    }

    @Test
    void aFirstLineThatIsNotWholeToo() throws IOException {
        Files.writeString(kept(), FIRST.substring(0, 12));
        append(List.of(FIRST, "head one"));

        assertThat(kept()).hasContent(FIRST + "\nhead one");
    }

    @Test
    void anotherFileStaysAsItIs() throws IOException {
        for (String other : List.of("a letter", "a letter\nwithout an end")) {
            Files.writeString(kept(), other);
            try (KeptFile file = KeptFile.open(kept())) {
                assertThat(file.isOf(List.of(FIRST))).as(other).isFalse();
            }
            assertThat(kept()).hasContent(other);
        }
    }

    @Test
    @DisplayName("what stands there twice is counted once: otherwise heads and hashes would be passed over")
    void whatStandsThereTwiceIsCountedOnce() throws IOException {
        Files.writeString(kept(), FIRST + "\nleaves 0 aa bb\nhead one\nleaves 0 aa bb\nhead one\nleaves 9 dd\n");
        try (KeptFile file = KeptFile.open(kept())) {
            assertThat(file.heads()).isEqualTo(1);
            assertThat(file.places()).isEqualTo(2);
        }
    }

    private void append(List<String> lines) throws IOException {
        try (KeptFile file = KeptFile.open(kept())) {
            assertThat(file.isOf(lines)).isTrue();
            file.append(lines);
        }
    }

    private Path kept() {
        return folder.resolve("kept.txt");
    }
}
