package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.vectors.PaceGenericMappingExample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ICAO 9303-11 §4.4.4 PACE, step by step and out of step")
class PaceMisuseTest {
    private static final String OID = "800A04007F00070202040202";
    private static final String SELECT = "0022C1A40F" + OID + "830102";
    private static final String NONCE = "10860000027C0000";
    private static final String MAP =
            "10860000457C438141" + PaceGenericMappingExample.TERMINAL_MAPPING_PUBLIC.toHex() + "00";
    private static final String AGREE = "10860000457C438341" + PaceGenericMappingExample.TERMINAL_PUBLIC.toHex() + "00";
    private static final String WRONG_TOKEN = "008600000C7C0A8508010203040506070800";
    private static final Chips.PaceWay BRAINPOOL = new Chips.PaceWay("0.4.0.127.0.7.2.2.4.2.2", 13);
    private static final Chips.PaceWay NIST = new Chips.PaceWay("0.4.0.127.0.7.2.2.4.2.2", 12);

    private final List<Duration> pauses = new ArrayList<>();
    private final SoftwareChip chip = chip(Chips.withPace(BRAINPOOL));

    @Nested
    @DisplayName("MSE:Set AT")
    class Selection {
        @ParameterizedTest(name = "{0} -> {1}")
        @CsvSource({
            "0022C1A40F800A04007F00070202040202830102, 9000",
            "0022C1A412800A04007F0007020204020283010284010D, 9000",
            "0022C1A412800A04007F0007020204020283010284010C, 6A88",
            "0022C1A40F800A04007F00070202040204830102, 6A80",
            "0022C1A40F800A04007F00070202040202830103, 6A88",
            "0022C1A410800A04007F0007020204020283020002, 6A80",
            "0022C1A40C800A04007F00070202040202, 6A80",
            "0022C1A412800A04007F00070202040202830102830102, 6A80",
            "0022C1A40F800B04007F00070202040202830102, 6A80",
            "0022C1A4, 6A80"
        })
        void answers(String command, String status) {
            assertThat(send(chip, command)).isEqualTo(status);
        }

        @Test
        void wantsTheDomainParametersNamedWhereTwoAreOffered() {
            SoftwareChip two = chip(Chips.withPace(NIST, BRAINPOOL));
            assertThat(send(two, SELECT)).isEqualTo("6A88");
            assertThat(send(two, "0022C1A412" + OID + "83010284010D")).isEqualTo("9000");
        }

        @Test
        void knowsNoCanWhereNoneIsPrinted() {
            ChipContents all = Chips.withPace(BRAINPOOL);
            AccessSecrets mrzOnly = new AccessSecrets(Optional.empty(), Optional.of(Chips.MRZ));
            ChipContents contents = new ChipContents(
                    all.files(), mrzOnly, all.access(), List.of(), Optional.empty(), ChipSettings.DEFAULT);
            assertThat(send(chip(contents), SELECT)).isEqualTo("6A88");
        }

        @Test
        void isNotAFunctionOfAChipWithBacOnly() {
            assertThat(send(chip(Chips.withBac()), SELECT)).isEqualTo("6A81");
        }
    }

    @Nested
    @DisplayName("GENERAL AUTHENTICATE")
    class Steps {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"10860000047C02800000", "1086000002830000", "10860000037C008000", "1086000000"})
        void refusesAFirstStepThatBringsMore(String command) {
            send(chip, SELECT);
            assertThat(send(chip, command)).isEqualTo("6A80");
            assertThat(send(chip, NONCE)).isEqualTo("6985");
        }

        @Test
        void refusesAStepOutsideTheChain() {
            send(chip, SELECT);
            assertThat(send(chip, "00860000027C0000")).isEqualTo("6985");
        }

        @Test
        void refusesParameters() {
            send(chip, SELECT);
            assertThat(send(chip, "10860001027C0000")).isEqualTo("6A86");
        }

        @ParameterizedTest(name = "[{index}]")
        @ValueSource(
                strings = {
                    "00",
                    "0200000000000000000000000000000000000000000000000000000000000000AA",
                    "04"
                            + "7ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
                            + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922E",
                    "04"
                            + "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
                            + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D",
                    "047ACF"
                })
        void refusesWhatIsNoPointOfTheCurve(String point) {
            send(chip, SELECT);
            send(chip, NONCE);
            String object = "81%02X%s".formatted(point.length() / 2, point);
            String data = "7C%02X%s".formatted(object.length() / 2, object);
            assertThat(send(chip, "10860000%02X%s00".formatted(data.length() / 2, data)))
                    .isEqualTo("6A80");
            assertThat(send(chip, MAP)).isEqualTo("6985");
        }

        @Test
        void refusesItsOwnKeyAsTheTerminals() {
            SoftwareChip known = new SoftwareChip(
                    Chips.withPace(BRAINPOOL),
                    new ScriptedRandom(
                            PaceGenericMappingExample.NONCE,
                            PaceGenericMappingExample.CHIP_MAPPING_PRIVATE,
                            PaceGenericMappingExample.CHIP_PRIVATE),
                    pauses::add);
            send(known, SELECT);
            send(known, NONCE);
            send(known, MAP);
            String mirrored = "10860000457C438341" + PaceGenericMappingExample.CHIP_PUBLIC.toHex() + "00";
            assertThat(send(known, mirrored)).isEqualTo("6A80");
        }

        @Test
        void forgetsTheRunWhenAnotherCommandComesBetween() {
            send(chip, SELECT);
            send(chip, NONCE);
            send(chip, "00A4020C02011C");
            assertThat(send(chip, MAP)).isEqualTo("6985");
        }

        @Test
        void forgetsTheRunOnAReset() {
            send(chip, SELECT);
            chip.reset();
            assertThat(send(chip, NONCE)).isEqualTo("6985");
        }

        @Test
        void drawsANewNonceEachTime() {
            send(chip, SELECT);
            String first = send(chip, NONCE);
            send(chip, SELECT);
            assertThat(send(chip, NONCE)).startsWith("7C128010").isNotEqualTo(first);
        }
    }

    @Nested
    @DisplayName("a wrong code")
    class WrongCode {
        @Test
        void gives6300AndEndsTheRun() {
            assertThat(tryWrongCode(chip)).isEqualTo("6300");
            assertThat(send(chip, WRONG_TOKEN)).isEqualTo("6985");
        }

        @Test
        void slowsTheNextTriesAlsoBehindAResetUntilTheRightOne() throws Exception {
            ChipSettings slow = ChipSettings.DEFAULT.withRetryDelay(Duration.ofSeconds(2));
            SoftwareChip guarded = chip(Chips.withPace(BRAINPOOL).with(slow));
            tryWrongCode(guarded);
            assertThat(pauses).isEmpty();
            guarded.reset();
            tryWrongCode(guarded);
            assertThat(pauses).containsExactly(Duration.ofSeconds(2));
            new JmrtdTerminal(guarded, 224).openWithCan(BRAINPOOL);
            assertThat(pauses).hasSize(2);
            guarded.reset();
            tryWrongCode(guarded);
            assertThat(pauses).hasSize(2);
        }

        private String tryWrongCode(SoftwareChip victim) {
            send(victim, SELECT);
            send(victim, NONCE);
            send(victim, MAP);
            send(victim, AGREE);
            return send(victim, WRONG_TOKEN);
        }
    }

    private SoftwareChip chip(ChipContents contents) {
        return new SoftwareChip(contents, new java.security.SecureRandom(), pauses::add);
    }

    private static String send(SoftwareChip chip, String command) {
        return chip.transmit(Bytes.ofHex(command)).toHex();
    }
}
