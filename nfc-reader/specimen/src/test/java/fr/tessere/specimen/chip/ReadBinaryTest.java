package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.specimen.chip.ChipSettings.TooLarge;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ISO 7816-4 §11.3.3 READ BINARY")
class ReadBinaryTest {
    private static final Chips.PaceWay PACE = new Chips.PaceWay("0.4.0.127.0.7.2.2.4.2.2", 12);
    private static final String COM = Chips.COM.toHex();

    @Nested
    @DisplayName("within one answer")
    class Small {
        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "00B09E0002, 60149000",
            "00B09E1402, 61759000",
            "00B09E1408, 61756282",
            "00B09E1400, 61759000",
            "00B09E14000000, 61759000",
            "00B09E140000FF, 61756282",
            "00B1001E03540114 04, 530261759000",
            "00B1001E03540114 00, 530261759000",
            "00B1001E03540114 08, 530261756282",
            "00B1001E0454020014 00, 530261759000",
            "00B1011E03540114 00, 530261759000",
            "00B1001E03540116 00, 6B00",
            "00B1001E03540114 02, 6700",
            "00B1001E03530114 00, 6A80",
            "00B1001E025400 00, 6A80"
        })
        void readsEfCom(String command, String answer) throws Exception {
            JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(PACE)).openWithCan(PACE);
            assertThat(terminal.secured(command.replace(" ", ""))).isEqualTo(answer);
        }

        @Test
        void goesOnInTheFileThatTheShortIdentifierSelected() throws Exception {
            JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(PACE)).openWithCan(PACE);
            terminal.secured("00B09E0001");
            assertThat(terminal.secured("00B0000000")).isEqualTo(COM + "9000");
            assertThat(terminal.secured("00B1000003540100" + "00")).isEqualTo("5316" + COM + "9000");
        }

        @Test
        void reachesTheEndOfALongFileWithTheOddInstruction() throws Exception {
            JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(PACE)).openWithCan(PACE);
            assertThat(terminal.secured("00B10002045402" + "9C42" + "00")).isEqualTo("5302" + "0000" + "9000");
        }
    }

    @Nested
    @DisplayName("more than one answer holds")
    class TooLong {
        @ParameterizedTest(name = "at most {0} bytes, {1}: {2} gives {3} bytes and {4}")
        @CsvSource({
            "256, SHORT_ANSWER, 00B0820000, 223, 9000",
            "256, SHORT_ANSWER, 00B08200E0, 223, 9000",
            "256, WRONG_LENGTH, 00B0820000, 0, 6700",
            "256, WRONG_LENGTH, 00B08200DF, 223, 9000",
            "256, EXACT_LENGTH, 00B0820000, 0, 6CDF",
            "160, SHORT_ANSWER, 00B0820000, 127, 9000",
            "160, EXACT_LENGTH, 00B08200FF, 0, 6C7F",
            "256, SHORT_ANSWER, 00B08200000800, 0, 6700",
            "2048, SHORT_ANSWER, 00B0820000, 223, 9000",
            "2048, SHORT_ANSWER, 00B08200000800, 2015, 9000",
            "2048, EXACT_LENGTH, 00B08200000800, 0, 6C00",
            "65536, SHORT_ANSWER, 00B08200000000, 40004, 9000"
        })
        void reactsAsConfigured(int largest, TooLarge reaction, String command, int bytes, String status)
                throws Exception {
            ChipSettings settings =
                    ChipSettings.DEFAULT.withLargestAnswer(largest).with(reaction);
            JmrtdTerminal terminal =
                    JmrtdTerminal.before(Chips.withPace(PACE).with(settings)).openWithCan(PACE);
            String answer = terminal.secured(command);
            assertThat(answer).endsWith(status);
            assertThat(answer.length() / 2 - 2).isEqualTo(bytes);
        }
    }
}
