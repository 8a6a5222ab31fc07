package fr.tessere.verification.lds;

import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ICAO 9303-10 §4.7.2 the portrait in DG2")
class FaceImageReaderTest {

    @Test
    void takesTheImageOutOfAnIso19794Record() throws Exception {
        FaceImage face = FaceImageReader.read(shared("bsi-tr03105-5/Datagroup2.bin"));
        assertThat(face.format()).isEqualTo(FaceImage.Format.JPEG_2000);
        assertThat(face.image().length()).isEqualTo(0x3AB7 - 20 - 12);
        assertThat(face.width()).isBetween(100, 1000);
        assertThat(face.height()).isBetween(100, 1000);
    }

    @Test
    void takesTheImageOutOfAnIso39794Block() throws Exception {
        FaceImage face = FaceImageReader.read(shared("iso-19794-39794/dg2_silver_all_fields.bin"));
        assertThat(face.format()).isEqualTo(FaceImage.Format.JPEG_2000);
        assertThat(face.image().length()).isEqualTo(0x3A98);
    }

    @Test
    void refusesEveryBeginningOfAWholeFile() throws Exception {
        Bytes whole = shared("bsi-tr03105-5/Datagroup2.bin");
        for (int length = 0; length < 300; length++) {
            assertRefused(whole.slice(0, length));
        }
    }

    @Test
    void anyByteOfTheHeadersMayBeWrongAndTheReaderAnswers() throws Exception {
        byte[] whole = shared("iso-19794-39794/dg2_silver_all_fields.bin").toArray();
        for (int at = 0; at < 0x80; at++) {
            for (int value : new int[] {0x00, 0x7F, 0x80, 0x84, 0xFF}) {
                byte[] changed = whole.clone();
                changed[at] = (byte) value;
                try {
                    assertThat(FaceImageReader.read(Bytes.of(changed)).width()).isPositive();
                } catch (RefusedException refused) {
                    assertThat(refused.code()).isEqualTo(DATA_GROUP_MALFORMED);
                }
            }
        }
    }

    @ParameterizedTest(name = "[{index}]")
    @ValueSource(
            strings = {
                "75447f61410201017f603ba10e81010282010087020101880200085f2e2846414300303130000000004000010000002800010000000000000000000000000000010101010101",
                "753e7f613b0201017f6035a10887020101880200085f2e2846414300303130000000004000010000002800010000000000000000000000000000010101010101",
                "75847fffffff7f61847fffffff0201017f60847fffffffa1847fffffff87847fffffff",
                "75447f61410201017f603ba10887020101880200085f2e2e46414300303130007fffffff000110000000000000000000000000000000000000000001000a000a000000000000",
                "75447f61410201017f603ba10887020101880200085f2e2e46414300303130007fffffff000100000001000000000000000000000000000000000001000a000a000000000000"
            })
    void refusesWhatMakesOthersSpinOrAllocateGigabytes(String hex) {
        assertRefused(Bytes.ofHex(hex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFD8FFC0000B08FFFF00010101110000", // 65,535 pixels high
                "FFD8FFC0000B0800000001010111", // no line at all
                "FFD8FFE00001FFC0000B", // a marker segment shorter than its own length
                "FFD8FFE0FFFF00000000", // a marker segment longer than the image
                "FF4FFF510029000000010000FFFFFFFF0000000000000000", // a codestream of 4 billion columns
                "47494638396101000100"
            })
    void refusesAnImageThatWouldExhaustADecoder(String image) {
        assertThat(catchThrowableOfType(RefusedException.class, () -> ImageHeader.of(Bytes.ofHex(image))))
                .extracting(RefusedException::code)
                .isEqualTo(DATA_GROUP_MALFORMED);
    }

    private static void assertRefused(Bytes dataGroup2) {
        assertThat(catchThrowableOfType(RefusedException.class, () -> FaceImageReader.read(dataGroup2)))
                .extracting(RefusedException::code)
                .isEqualTo(DATA_GROUP_MALFORMED);
    }

    private static Bytes shared(String name) throws IOException {
        Path file = Path.of(System.getProperty("tessere.testdata"), name);
        assumeTrue(Files.exists(file), "no shared test data beside this clone: " + name);
        return Bytes.of(Files.readAllBytes(file));
    }
}
