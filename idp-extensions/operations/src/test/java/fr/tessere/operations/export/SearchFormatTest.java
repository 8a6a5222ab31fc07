package fr.tessere.operations.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFormatTest {
    private static final Entry ENTRY = new Entry(
            new EntryId("-" + "A".repeat(21)),
            Instant.parse("2026-11-26T01:02:03.004Z"),
            "realm-1",
            "login",
            Entry.DONE,
            List.of(
                    new Field("client", "=HYPERLINK(\"http://x\")"),
                    new Field("level", "eidas2"),
                    new Field("check", "one, two"),
                    new Field("check", "three")));

    @Nested
    @DisplayName("RFC 4180")
    class CommaSeparated {
        @Test
        void headAndLineHaveTheSameCells() {
            assertThat(SearchFormat.CSV.head())
                    .isEqualTo(
                            "\"id\",\"at\",\"kind\",\"outcome\",\"client\",\"level\",\"country\",\"person\",\"document\",\"session\","
                                    + "\"receipt\",\"handle\",\"facts\"\r\n");
            assertThat(SearchFormat.CSV.line(ENTRY))
                    .isEqualTo("\"'-" + "A".repeat(21)
                            + "\",\"2026-11-26T01:02:03.004Z\",\"login\",\"done\",\"'=HYPERLINK(\"\"http://x\"\")\",\"eidas2\",\"\","
                            + "\"\",\"\",\"\",\"\",\"\",\"check one, two; check three\"\r\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uFF1D1", "\uFF20x"})
        void noCellIsComputed(String value) {
            assertThat(Csv.cell(value)).isEqualTo("\"'" + value + "\"");
        }

        @Test
        void quotesAreDoubled() {
            assertThat(Csv.cell("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
            assertThat(Csv.cell("")).isEqualTo("\"\"");
        }
    }

    @Test
    void aJsonLineHoldsTheWholeEntry() throws Exception {
        String line = SearchFormat.JSON_LINES.line(ENTRY);
        assertThat(line).endsWith("}\n").hasLineCount(1);
        JsonNode read = JsonMapper.builder().build().readTree(line);
        assertThat(read.path("id").asText()).isEqualTo(ENTRY.id().text());
        assertThat(read.path("at").asText()).isEqualTo("2026-11-26T01:02:03.004Z");
        assertThat(read.path("fields").path("client").asText()).isEqualTo("=HYPERLINK(\"http://x\")");
        assertThat(read.path("fields").path("check"))
                .extracting(JsonNode::asText)
                .containsExactly("one, two", "three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CSV", "xlsx", "json_lines"})
    void otherFormsAreNone(String word) {
        assertThat(SearchFormat.of(word)).isEmpty();
    }
}
