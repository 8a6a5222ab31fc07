package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.vectors.BasicAccessExample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-11 §4.3 Basic Access Control out of step")
class BasicAccessMisuseTest {
    private static final String SELECT_APPLICATION = "00A4040C07A0000002471001";
    private static final String CHALLENGE = "0084000008";
    private static final String RIGHT =
            BasicAccessExample.EXTERNAL_AUTHENTICATE.command().toHex();
    private static final String WRONG_CHECKSUM = RIGHT.replace("AD90A728", "AD90A828");

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void needsTheApplication() {
        assertThat(send(chip(), CHALLENGE)).isEqualTo("6985");
    }

    @Test
    void needsAChallengeFirst() {
        SoftwareChip chip = inApplication();
        assertThat(send(chip, RIGHT)).isEqualTo("6985");
    }

    @Test
    void wantsEightBytesAskedFor() {
        SoftwareChip chip = inApplication();
        assertThat(send(chip, "0084000004")).isEqualTo("6700");
        assertThat(send(chip, "0084010008")).isEqualTo("6A86");
    }

    @Test
    void wantsFortyBytes() {
        SoftwareChip chip = inApplication();
        send(chip, CHALLENGE);
        assertThat(send(chip, "0082000008010203040506070828")).isEqualTo("6700");
    }

    @Test
    void refusesAWrongChecksumAndSpendsTheChallenge() {
        SoftwareChip chip = inApplication();
        send(chip, CHALLENGE);
        assertThat(send(chip, WRONG_CHECKSUM)).isEqualTo("6300");
        assertThat(send(chip, RIGHT)).isEqualTo("6985");
    }

    @Test
    void refusesTheCryptogramOfAnotherChallenge() {
        SoftwareChip chip = new SoftwareChip(
                settings(),
                new ScriptedRandom(Bytes.ofHex("0102030405060708"), BasicAccessExample.CHIP_KEY),
                pauses::add);
        send(chip, SELECT_APPLICATION);
        send(chip, CHALLENGE);
        assertThat(send(chip, RIGHT)).isEqualTo("6300");
    }

    @Test
    void waitsBeforeTheNextChallengeOnceACodeWasWrong() {
        SoftwareChip chip = inApplication();
        send(chip, CHALLENGE);
        send(chip, WRONG_CHECKSUM);
        assertThat(pauses).isEmpty();
        send(chip, CHALLENGE);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void isOverOnceAccessWasGranted() throws Exception {
        JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withBac()).openWithBac();
        assertThat(terminal.secured(CHALLENGE)).isEqualTo("6985");
    }

    private SoftwareChip inApplication() {
        SoftwareChip chip = chip();
        send(chip, SELECT_APPLICATION);
        return chip;
    }

    private SoftwareChip chip() {
        Bytes challenge = BasicAccessExample.CHIP_CHALLENGE;
        return new SoftwareChip(settings(), new ScriptedRandom(challenge, challenge), pauses::add);
    }

    private static ChipContents settings() {
        return Chips.withBac().with(ChipSettings.DEFAULT.withRetryDelay(Duration.ofSeconds(1)));
    }

    private static String send(SoftwareChip chip, String command) {
        return chip.transmit(Bytes.ofHex(command)).toHex();
    }
}
