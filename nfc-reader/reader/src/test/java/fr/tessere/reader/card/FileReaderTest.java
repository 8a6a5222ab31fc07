package fr.tessere.reader.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("READ BINARY, ISO 7816-4 §11.3, on cards that differ")
class FileReaderTest {
    /** DG15 with 300 bytes: 4 of tag and length, 296 of content. */
    private static final String FILE = "6F820128" + "AB".repeat(296);

    private final ScriptedChannel card = new ScriptedChannel();

    @Test
    void readsByShortIdentifierThenByOffset() throws Exception {
        card.on("00B08F0000", part(0, 256) + "9000").on("00B001002C", part(256, 300) + "9000");
        requireRead(256);
    }

    @Test
    void selectsWhereShortIdentifiersAreUnknown() throws Exception {
        card.on("00B08F0000", "6A86")
                .on("00A4020C02010F", "9000")
                .on("00B0000000", part(0, 256) + "9000")
                .on("00B001002C", part(256, 300) + "9000");
        requireRead(256);
    }

    @Test
    void takesTheExactLengthThatIsOffered() throws Exception {
        card.on("00B08F0000", "6CC8").on("00B08F00C8", part(0, 200) + "9000").on("00B000C864", part(200, 300) + "9000");
        requireRead(200);
    }

    @Test
    void goesDownTheSizesOnWrongLength() throws Exception {
        card.on("00B08F0000", "6700")
                .on("00B08F00E0", "6700")
                .on("00B08F00A0", part(0, 160) + "9000")
                .on("00B000A08C", part(160, 300) + "9000");
        requireRead(160);
    }

    @Test
    void goesDownTheSizesOnAWarningWithoutData() throws Exception {
        card.on("00B08F0000", part(0, 256) + "9000").on("00B001002C", "6282").on("00B001002C", part(256, 300) + "9000");
        requireRead(224);
    }

    @Test
    void goesDownTheSizesOnWrongOffset() throws Exception {
        card.on("00B08F0000", part(0, 256) + "9000").on("00B001002C", "6B00").on("00B001002C", part(256, 300) + "9000");
        requireRead(224);
    }

    @Test
    void learnsFromAShortAnswer() throws Exception {
        card.on("00B08F0000", part(0, 100) + "9000")
                .on("00B00064C8", part(100, 200) + "6282")
                .on("00B000C864", part(200, 300) + "9000");
        requireRead(100);
    }

    @Test
    void cutsOffWhatLiesBehindTheObject() throws Exception {
        card.on("00B08F0000", "6F03ABABAB000000009000");
        assertThat(read(new BlockSize(256)).orElseThrow().toHex()).isEqualTo("6F03ABABAB");
    }

    @Test
    void saysThatThereIsNoSuchFile() throws Exception {
        card.on("00B08F0000", "6A82").on("00A4020C02010F", "6A82");
        assertThat(read(new BlockSize(256))).isEmpty();
    }

    @Test
    void refusesAnotherTag() {
        card.on("00B08F0000", "6E03ABABAB9000");
        assertThat(code()).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void refusesALengthBeyondTheLimitOfTheFile() {
        card.on("00B08F0000", "6F847FFFFFFF000000009000");
        assertThat(code()).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void givesUpWhenNoSizeHelps() {
        for (String size : new String[] {"00", "E0", "A0", "70", "50", "40"}) {
            card.on("00B08F00" + size, "6700");
        }
        assertThat(code()).isEqualTo(RefusalCode.CHIP_FAILED);
        card.requireAllSent();
    }

    private void requireRead(int largestAnswer) throws ReadingException {
        BlockSize block = new BlockSize(256);
        assertThat(read(block).map(Bytes::toHex)).contains(FILE);
        assertThat(block.largestAnswer()).isEqualTo(largestAnswer);
        card.requireAllSent();
    }

    private Optional<Bytes> read(BlockSize block) throws ReadingException {
        return new FileReader(Transmission.bare(card), block).read(FileId.DG15, fraction -> {});
    }

    private RefusalCode code() {
        try {
            read(new BlockSize(256));
        } catch (ReadingException refused) {
            return refused.code();
        }
        throw new AssertionError("accepted");
    }

    private static String part(int from, int to) {
        return FILE.substring(2 * from, 2 * to);
    }
}
