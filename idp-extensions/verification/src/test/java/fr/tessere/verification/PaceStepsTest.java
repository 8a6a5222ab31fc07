package fr.tessere.verification;

import static fr.tessere.protocol.reading.RefusalCode.CHIP_ANSWER_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.CHIP_NOT_ORIGINAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.document.Specimens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each step of a PACE that the server runs, broken in each way that TR-03105-5.1 ISO7816_G_08 to G_34 names. */
class PaceStepsTest {
    private final PaceReading reading = new PaceReading(new Door(), Specimens.load("pace-cam-only"));

    @ParameterizedTest
    @CsvSource({
        "0, 0, 6A80, chip-not-original", // MSE:Set AT refused
        "0, 1, 6982, chip-not-original",
        "0, 1, 9000, chip-answer-malformed",
        "0, 1, 7C0090000, chip-answer-malformed",
        "0, 1, 7C0380015A9000, chip-answer-malformed",
        "0, 1, 7C1290105AF05AF05AF05AF05AF05AF05AF05AF09000, chip-answer-malformed",
        "0, 2, 6300, chip-not-original",
        "0, 2, 7C0382019000, chip-answer-malformed",
        "0, 2, 7C038201009000, chip-answer-malformed", // infinity
        "1, 0, 6300, chip-not-original",
        "1, 0, 7C009000, chip-answer-malformed",
        "1, 0, 7C038401009000, chip-answer-malformed",
        "2, 0, 6300, chip-not-original",
        "2, 0, 7C0A860800000000000000009000, chip-answer-malformed", // no chip authentication data
        "2, 1, 9000, chip-not-original", // without secure messaging
        "2, 2, 9000, chip-not-original",
        "2, 2, 6988, chip-not-original",
    })
    void refusesAnAnswerThatIsWrong(int script, int answer, String hex, String code) {
        String even = hex.length() % 2 == 0 ? hex : hex.substring(0, hex.length() - 1);
        assertThat(reading.afterChanging(script, answer, honest -> Bytes.ofHex(even)))
                .isEqualTo(RefusalCode.ofWord(code).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 80, 90", "0, 2, 82, 92", "1, 0, 84, 94", "2, 0, 86, 96"})
    void refusesAnObjectUnderAnotherTag(int script, int answer, String right, String wrong) {
        assertThat(reading.afterChanging(script, answer, honest -> PaceReading.retagged(honest, right, wrong)))
                .isEqualTo(CHIP_ANSWER_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 0"})
    void refusesAPointThatIsNotOnTheCurve(int script, int answer) {
        assertThat(reading.afterChanging(script, answer, honest -> PaceReading.flipped(honest, honest.length() - 3)))
                .isEqualTo(CHIP_ANSWER_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 82", "1, 0, 84"})
    void refusesItsOwnKey(int script, int answer, String tag) {
        assertThat(reading.afterChanging(script, answer, (honest, command) -> {
                    Bytes sent = command.apdu();
                    Bytes key = sent.slice(9, sent.length() - 1);
                    Bytes inside = new StrictTlv(Integer.parseInt(tag, 16), key).encode();
                    return Bytes.concat(new StrictTlv(0x7C, inside).encode(), Bytes.ofHex("9000"));
                }))
                .isEqualTo(CHIP_ANSWER_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 11, 12, 14, 16, 40, 60})
    void countsEveryByteOfTokenAndChipAuthenticationData(int at) {
        assertThat(reading.afterChanging(2, 0, honest -> PaceReading.flipped(honest, at)))
                .isIn(CHIP_NOT_ORIGINAL, CHIP_ANSWER_MALFORMED);
    }
}
