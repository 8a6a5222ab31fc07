package fr.tessere.keycloak.status;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.keycloak.status.ReportFile.Fault;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.identity.DocumentKey;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An import file: read strictly and to its end, and no document number comes out of it")
class ReportFileTest {
    private static final String HEADER = "issuing_state,document_type,document_number,status\n";
    private static final DocumentDigest DIGESTS = new DocumentDigest(Bytes.of(new byte[32]));

    @Test
    void documentsBecomeDigests() {
        ReportFile file = read(HEADER + "FRA,ID,X4RTBPFW4,lost\r\nUTO,P,L898902C3,lifted\n");

        assertThat(file.faults()).isEmpty();
        assertThat(file.documents().get(0).digest()).isEqualTo(DIGESTS.text(new DocumentKey("FRA", "ID", "X4RTBPFW4")));
        assertThat(file.documents().get(0).status()).contains(DocumentStatus.LOST);
        assertThat(file.documents().get(1).status()).isEmpty();
        assertThat(file.documents().toString()).doesNotContain("X4RTBPFW4");
    }

    @Test
    void semicolonsAndAByteOrderMarkAreWhatSpreadsheetsWrite() {
        assertThat(read("\u00ef\u00bb\u00bf" + (HEADER + "FRA,ID,X4RTBPFW4,stolen").replace(',', ';'))
                        .documents())
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FRA,ID,X4RTBPFW4|columns",
                "FRA,ID,X4RTBPFW4,lost,|columns",
                "FRA;ID;X4RTBPFW4;lost|columns",
                "fra,ID,X4RTBPFW4,lost|state",
                "FRAN,ID,X4RTBPFW4,lost|state",
                "FRA,ID<,X4RTBPFW4,lost|type",
                "FRA,ID,X4RTBPFW4<<,lost|number",
                "FRA,ID,12345678901234567890123,lost|number",
                "FRA,ID,,lost|number",
                "FRA,ID,X4RTBPFW4,LOST|status",
                "FRA,ID,X4RTBPFW4,valid|status",
                "FRA,ID,=HYPERLINK(1),lost|number",
                "=FRA,ID,X4RTBPFW4,lost|state",
                "FRA,ID,+4RTBPFW4,lost|number",
                "FRA,ID,@SUM(A1),lost|number",
                "FRA,ID,\"X4RTBPFW4\",lost|number",
                "FRA,ID,X4RT BPFW4,lost|characters",
            })
    void oneLineWithAFaultIsNamedByItsNumber(String line, String word) {
        ReportFile file = read(HEADER + "FRA,ID,T22000129,lost\n" + line + "\n");

        assertThat(file.faults()).contains(new Fault(3, word));
        assertThat(file.documents()).as("all or nothing").isEmpty();
        assertThat(file.faults().toString()).doesNotContain("X4RTBPFW4");
    }

    @Test
    void nulAndOtherControlCharactersAreNoText() {
        assertThat(read(HEADER + "FRA,ID,X4RT\u0000BPFW4,lost").faults()).containsExactly(new Fault(2, "characters"));
        assertThat(read(HEADER + "FRA,ID,X4RTBPFW4,lost\rFRA,ID,X4RTBPFW5,lost").faults())
                .containsExactly(new Fault(2, "characters"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "IBM037"})
    void anotherCharacterSetIsSeenAtTheFirstLine(String charset) {
        byte[] file = (HEADER + "FRA,ID,X4RTBPFW4,lost\n").getBytes(Charset.forName(charset));

        assertThat(ReportFile.read(file, DIGESTS).isFaultless()).isFalse();
    }

    @Test
    void lettersBeyondAsciiAreNoDocumentNumber() {
        byte[] file = (HEADER + "FRA,ID,X4RTBPFWÉ,lost\n").getBytes(StandardCharsets.UTF_8);

        assertThat(ReportFile.read(file, DIGESTS).faults()).containsExactly(new Fault(2, "characters"));
    }

    @Test
    void oneDocumentTwiceIsAContradiction() {
        ReportFile file = read(HEADER + "FRA,ID,X4RTBPFW4,lost\nFRA,P,X4RTBPFW4,lost\nFRA,ID,X4RTBPFW4,lifted\n");

        assertThat(file.faults()).containsExactly(new Fault(4, "twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'\n'",
        "'document_number,status\nX4RTBPFW4,lost'",
        "'ISSUING_STATE,DOCUMENT_TYPE,DOCUMENT_NUMBER,STATUS\n'"
    })
    void withoutItsFirstLineItIsNone(String text) {
        assertThat(read(text).isFaultless()).isFalse();
    }

    @Test
    void aFirstLineAloneIsEmpty() {
        assertThat(read(HEADER).faults()).containsExactly(new Fault(1, "empty"));
    }

    @Test
    void sizeAndRowsHaveLimits() {
        assertThat(ReportFile.read(new byte[ReportFile.LARGEST + 1], DIGESTS).faults())
                .containsExactly(new Fault(1, "too-large"));
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i <= ReportFile.ROWS; i++) {
            rows.append("FRA,ID,").append(i).append(",lost\n");
        }
        assertThat(read(rows.toString()).faults()).containsExactly(new Fault(ReportFile.ROWS + 2, "rows"));
    }

    @Test
    void manyFaultsAreCountedAndSomeAreTold() {
        ReportFile file = read(HEADER + "x\n".repeat(1_000));

        assertThat(file.faultCount()).isEqualTo(1_000);
        assertThat(file.faults()).hasSize(50);
    }

    @Test
    void anImportCountsWhatItDoes() {
        ImportCount count = ImportCount.NOTHING;
        for (List<String> pair : List.of(
                List.of("lost", ""),
                List.of("lost", "stolen"),
                List.of("lost", "lost"),
                List.of("lifted", "lost"),
                List.of("lifted", ""))) {
            count = count.and(
                    new ReportedDocument("d", pair.get(0)),
                    pair.get(1).isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(pair.get(1)));
        }
        assertThat(count).isEqualTo(new ImportCount(1, 1, 1, 2));
    }

    private static ReportFile read(String text) {
        return ReportFile.read(text.getBytes(StandardCharsets.ISO_8859_1), DIGESTS);
    }
}
