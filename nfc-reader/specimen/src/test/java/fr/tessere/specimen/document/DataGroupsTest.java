package fr.tessere.specimen.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-10 appendix A: the printed examples, byte for byte")
class DataGroupsTest {
    private static final Path FOLDER = Path.of(System.getProperty("tessere.testdata", "none"), "icao-9303-10-dg");

    @BeforeEach
    void folderIsThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no shared test data beside the clone: " + FOLDER);
    }

    @Test
    void dataGroup1OfAPassport() throws IOException {
        Paper paper = new Paper(
                Paper.Layout.TD3,
                "P",
                "UTO",
                "L898902C3",
                LocalDate.of(2007, 4, 16),
                LocalDate.of(2012, 4, 15),
                "ZE184226B");
        Holder holder = new Holder("Eriksson", "Anna Maria", new BirthDate("1974-08-12"), "F", "UTO", "", "");
        assertThat(DataGroups.dg1(MachineReadableZone.of(paper, holder)).toHex())
                .isEqualTo(example("td3-dg1.bin"));
    }

    @Test
    void dataGroup1OfAnIdentityCard() throws IOException {
        Paper paper = new Paper(
                Paper.Layout.TD1,
                "I",
                "NLD",
                "XI85935F8",
                LocalDate.of(2006, 8, 27),
                LocalDate.of(2011, 8, 26),
                "999999990");
        Holder holder = new Holder("van der Steen", "Marianne Louise", new BirthDate("1972-08-14"), "F", "NLD", "", "");
        // The printed composite check digit, 4, leaves the optional data out; ICAO 9303-5 §4.2.4 has it in, which gives
        // 8.
        String printed = example("td1-dg1.bin").replace("3C3456414E", "3C3856414E");
        assertThat(DataGroups.dg1(MachineReadableZone.of(paper, holder)).toHex())
                .isEqualTo(printed);
    }

    @Test
    void commonDataElements() throws IOException {
        assertThat(DataGroups.com("0106", "040000", List.of(FileId.DG1, FileId.DG2))
                        .toHex())
                .isEqualTo(example("ef-com.bin"));
    }

    @Test
    void dataGroup11() throws IOException {
        Map<Integer, String> fields = new LinkedHashMap<>();
        fields.put(0x5F0E, "SMITH<<JOHN<J");
        fields.put(0x5F11, "ANYTOWN<MN");
        fields.put(0x5F42, "123 MAPLE RD<ANYTOWN<MN");
        fields.put(0x5F12, "16125551212");
        fields.put(0x5F13, "TRAVEL<AGENT");
        assertThat(DataGroups.dg11(fields).toHex()).isEqualTo(example("dg11.bin"));
    }

    private static String example(String name) throws IOException {
        return Bytes.of(Files.readAllBytes(FOLDER.resolve(name))).toHex();
    }
}
