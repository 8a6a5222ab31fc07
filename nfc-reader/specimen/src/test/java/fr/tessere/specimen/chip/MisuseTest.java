package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the chip answers to commands that are out of place")
class MisuseTest {
    private static final Chips.PaceWay PACE = new Chips.PaceWay("0.4.0.127.0.7.2.2.4.2.2", 12);
    private static final String SELECT_APPLICATION = "00A4040C07A0000002471001";

    private JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(PACE));

    @Nested
    @DisplayName("with the master file selected, before access control")
    class InTheMasterFile {
        @ParameterizedTest(name = "{0} -> {1}: {2}")
        @CsvSource({
            "00A4020C02011C, 9000, EF.CardAccess is free",
            "00A4000C023F00, 9000, the master file by its identifier",
            "00A4000C, 9000, the master file by default",
            "00A4000C023F01, 6A82, no such directory",
            "00A4020C02011E, 6A82, EF.COM is not in the master file",
            "00A4020C0101, 6700, an identifier of one byte",
            "00A4010C020101, 6A86, selection below",
            "00A4020F02011C, 6A86, unknown answer form",
            "00A4000F, 6A86, unknown answer form of the master file",
            "00A404FF07A0000002471001, 6A86, unknown answer form of the application",
            "00A4040207A0000002471001, 6A86, the next application of this name",
            "00A4040007A0000002471001, 9000, with whatever there is to say about the application",
            "00A4040C06A00000024710, 6A82, a part of the name",
            "00B0000000, 6986, no file selected",
            "00B09E0000, 6A82, EF.COM by its short identifier",
            "00B0FC0000, 6A86, bits that must be zero",
            "00B09C00, 6700, nothing expected",
            "00B09C000100, 6700, data where none belongs",
            "80B09C0000, 6E00, another class",
            "04B09C0000, 6E00, secure messaging without header",
            "10B09C0000, 6E00, a chain of READ BINARY",
            "0CB09C0000, 6988, secure messaging without a session",
            "00CA010100, 6D00, GET DATA",
            "00D6000001AA, 6D00, UPDATE BINARY",
            "0084000008, 6D00, GET CHALLENGE without BAC",
            "0088000008010203040506070800, 6982, Active Authentication before access",
            "002241A40C800A04007F00070202030202, 6982, Chip Authentication before access",
            "002281B600, 6A86, verification of certificates",
            "002281A400, 6A86, Terminal Authentication",
            "00860000027C0000, 6985, GENERAL AUTHENTICATE before MSE",
            "'', 6700, nothing",
            "00B0, 6700, half a header",
            "00A4040C07A000000247, 6700, fewer bytes than promised"
        })
        void answers(String command, String status, String why) {
            assertThat(terminal.plain(command)).as(why).isEqualTo(status);
        }
    }

    @Nested
    @DisplayName("with the application selected, before access control")
    class InTheApplication {
        @BeforeEach
        void select() {
            assertThat(terminal.plain(SELECT_APPLICATION)).isEqualTo("9000");
        }

        @ParameterizedTest(name = "{0} -> {1}: {2}")
        @CsvSource({
            "00A4020C02011E, 6982, EF.COM",
            "00A4020C02010F, 6982, DG15 which is not there: that too is not told",
            "00A4020C02011C, 6A82, EF.CardAccess is in the master file",
            "00A4020C020111, 6A82, no such file",
            "00B09E0000, 6982, EF.COM by its short identifier",
            "00B0800000, 6A82, short identifier 0",
            "00B1001E0354010008, 6982, odd instruction"
        })
        void answers(String command, String status, String why) {
            assertThat(terminal.plain(command)).as(why).isEqualTo(status);
        }
    }

    @Nested
    @DisplayName("with a secure channel")
    class WithAccess {
        @BeforeEach
        void open() throws Exception {
            terminal.openWithCan(PACE);
        }

        @ParameterizedTest(name = "{0} -> {1}: {2}")
        @CsvSource({
            "00A4020C02010F, 6A82, DG15 is not there",
            "00A4020C020103, 6982, DG3 wants Terminal Authentication",
            "00B0830008, 6982, DG3 by its short identifier",
            "00B0000008, 6986, no file selected",
            "00B09EFF08, 6B00, offset behind the end",
            "00B09E1601, 6B00, offset at the end",
            "00CA010100, 6D00, GET DATA",
            "80B09E0000, 6E00, another class",
            "0088000008010203040506070800, 6D00, Active Authentication without a key",
            "002241A40C800A04007F00070202030202, 6A88, Chip Authentication without a key",
            "002241A40C800A04007F00070202030909, 6A80, an unknown protocol",
            "002241A40181, 6A80, half an object",
            "00860000047C02800000, 6985, GENERAL AUTHENTICATE before MSE"
        })
        void answersUnderProtectionAndGoesOn(String command, String status, String why) throws Exception {
            assertThat(terminal.secured(command)).as(why).isEqualTo(status);
            assertThat(terminal.secured("00B09E0002")).isEqualTo("60149000");
        }

        @Test
        @DisplayName("ICAO 9303-11 §9.8.3: a plain command ends the session")
        void losesAccessToAPlainCommand() throws Exception {
            assertThat(terminal.plain("00B09E0000")).isEqualTo("6982");
            assertThat(terminal.secured("00B09E0000")).isEqualTo("6988");
            assertThat(terminal.plain("00B09E0000")).isEqualTo("6982");
        }

        @Test
        void losesAccessToAReplayedCommand() throws Exception {
            String command = terminal.wrapped("00B09E0000");
            assertThat(terminal.plain(command)).endsWith("9000");
            assertThat(terminal.plain(command)).isEqualTo("6988");
            assertThat(terminal.secured("00B09E0000")).isEqualTo("6988");
        }

        @Test
        void losesAccessToACommandWithoutChecksum() throws Exception {
            assertThat(terminal.plain("0CB09E000397010000")).isEqualTo("6987");
            assertThat(terminal.secured("00B09E0000")).isEqualTo("6988");
        }

        @Test
        void losesAccessToBrokenLengths() throws Exception {
            assertThat(terminal.plain("0CB09E000D970100")).isEqualTo("6700");
            assertThat(terminal.secured("00B09E0000")).isEqualTo("6988");
        }

        @Test
        void losesAccessWithTheField() throws Exception {
            terminal.resetField();
            assertThat(terminal.secured("00B09E0000")).isEqualTo("6988");
        }
    }

    @Nested
    @DisplayName("with a secure channel and a key for Active Authentication")
    class WithActiveAuthentication {
        @BeforeEach
        void open() throws Exception {
            Bytes key = Chips.pkcs8(Chips.ellipticKeys("secp256r1"));
            terminal = JmrtdTerminal.before(Chips.with(
                            Chips.withPace(PACE),
                            new ActiveAuthenticationKey(ActiveAuthenticationKey.Signature.ECDSA_SHA256, key)))
                    .openWithCan(PACE);
        }

        @ParameterizedTest(name = "{0} -> {1}: {2}")
        @CsvSource({
            "00880000070102030405060700, 6700, a challenge of 7 bytes",
            "008800000901020304050607080900, 6700, a challenge of 9 bytes",
            "0088000000, 6700, no challenge",
            "00880000080102030405060708, 6700, nothing expected",
            "0088000008010203040506070810, 6700, fewer bytes expected than a signature has",
            "0088010008010203040506070800, 6A86, another P1",
            "0088000108010203040506070800, 6A86, another P2"
        })
        void signsNothingAndGoesOn(String command, String status, String why) throws Exception {
            assertThat(terminal.secured(command)).as(why).isEqualTo(status);
            assertThat(terminal.secured("0088000008010203040506070800"))
                    .hasSize(2 * 64 + 4)
                    .endsWith("9000");
        }
    }

    @Test
    void survivesAnyBytes() {
        Random dice = new Random(9303);
        SoftwareChip chip = new SoftwareChip(Chips.withPace(PACE));
        int[] instructions = {0xA4, 0xB0, 0xB1, 0x22, 0x86, 0x84, 0x82, 0x88};
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[dice.nextInt(40)];
            dice.nextBytes(bytes);
            if (bytes.length > 6) {
                bytes[0] &= 0x1C;
                bytes[1] = (byte) instructions[dice.nextInt(instructions.length)];
                bytes[4] = (byte) (bytes.length - 5);
            }
            String answer = chip.transmit(Bytes.of(bytes)).toHex();
            assertThat(answer).hasSizeGreaterThanOrEqualTo(4).doesNotEndWith("6F00");
        }
    }
}
