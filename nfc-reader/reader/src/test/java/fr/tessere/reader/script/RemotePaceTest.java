package fr.tessere.reader.script;

import static fr.tessere.reader.script.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.ChipInHand;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.protocol.PACEProtocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The reader's part in a PACE that the server runs")
class RemotePaceTest {
    private static final String PROTOCOL = "800A04007F00070202040602";
    private static final ScriptCommand BEGIN = command(Wrapping.PASSWORD, "0022C1A40C" + PROTOCOL);
    private static final ScriptCommand NONCE = command(Wrapping.NONCE, "10860000027C0000");
    private static final ScriptCommand MAPPING = command(
            Wrapping.PLAIN,
            "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
                    + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00");
    private static final ScriptCommand READ_DG1 = command(Wrapping.READER, "00B0810000");

    private final SpecimenDocument document = Specimens.load("pace-cam-only");
    private final ChipInHand chip = new ChipInHand(document);
    private OpenedChip opened;

    @BeforeEach
    void open() throws Exception {
        opened = open(Keys.can(document));
    }

    private OpenedChip open(AccessKey key) throws Exception {
        return new ChipReading(new SecureRandom()).open(chip, key, ProgressListener.NONE);
    }

    @Test
    void sendsTheSignedKeyOfTheMappingBeforehand() throws Exception {
        assertThat(opened.readFiles(Set.of()).file(FileId.CARD_SECURITY))
                .isEqualTo(document.file(FileId.CARD_SECURITY));
    }

    @Test
    void decryptsTheNonceWithTheCan() throws Exception {
        Bytes shown = nonceOf(opened.play(script(1, BEGIN, NONCE, MAPPING)));
        assertThat(shown)
                .isEqualTo(decrypted(PACEKeySpec.createCANKey(document.can().orElseThrow())));
    }

    @Test
    void decryptsTheNonceWithTheMrz() throws Exception {
        Bytes shown = nonceOf(open(Keys.mrz(document)).play(script(1, BEGIN, NONCE, MAPPING)));
        PACEKeySpec mrz = PACEKeySpec.createMRZKey(new org.jmrtd.BACKey(
                Keys.mrz(document).documentNumber(),
                Keys.mrz(document).birthDate(),
                Keys.mrz(document).expiryDate()));
        assertThat(shown).isEqualTo(decrypted(mrz));
    }

    @Test
    void letsNoEncryptedNonceOut() throws Exception {
        ChipAnswers answers = opened.play(script(1, BEGIN, NONCE, MAPPING));
        Bytes encrypted = chip.answers().get(chip.answers().size() - 2).slice(4, 20);
        assertThat(answers.answers()).noneMatch(answer -> answer.toHex().contains(encrypted.toHex()));
    }

    @Test
    void saysWhichPasswordItHas() throws Exception {
        opened.play(script(1, BEGIN, NONCE));
        assertThat(chip.commands().get(chip.commands().size() - 2))
                .isEqualTo(Bytes.ofHex("0022C1A40F" + PROTOCOL + "830102"));
        open(Keys.mrz(document)).play(script(1, BEGIN, NONCE));
        assertThat(chip.commands().get(chip.commands().size() - 2))
                .isEqualTo(Bytes.ofHex("0022C1A40F" + PROTOCOL + "830101"));
    }

    @Test
    void putsThePasswordBeforeTheDomainParameters() throws Exception {
        opened.play(script(1, command(Wrapping.PASSWORD, "0022C1A40F" + PROTOCOL + "84010D"), NONCE));
        assertThat(chip.commands().get(chip.commands().size() - 2))
                .isEqualTo(Bytes.ofHex("0022C1A412" + PROTOCOL + "83010284010D"));
    }

    @Test
    void recordsThatTheChipDoesNotWant() throws Exception {
        ScriptCommand unknownGroup = command(Wrapping.PASSWORD, "0022C1A40F" + PROTOCOL + "84010C");
        assertThat(opened.play(script(1, unknownGroup, NONCE)).answers()).containsExactly(Bytes.ofHex("6A88"));
    }

    @Test
    void opensTheChipAgainForWhatItIsToWrapItself() throws Exception {
        opened.play(script(1, BEGIN, NONCE, MAPPING));
        assertThat(opened.play(script(2, READ_DG1)).answers())
                .containsExactly(Bytes.concat(document.fileOf(FileId.DG1), Bytes.ofHex("9000")));
    }

    @Nested
    @DisplayName("loses the card")
    class Lost {
        @Test
        void andBeginsAgainInTheFirstScript() throws Exception {
            chip.leavingAfter(1);
            assertThat(codeOf(() -> opened.play(script(1, BEGIN, NONCE, MAPPING))))
                    .isEqualTo(RefusalCode.CHIP_LOST);
            assertThat(opened.play(script(1, BEGIN, NONCE, MAPPING)).answers()).hasSize(3);
        }

        @Test
        void andSaysSoInALaterScript() throws Exception {
            opened.play(script(1, BEGIN, NONCE));
            chip.leavingAfter(0);
            assertThat(codeOf(() -> opened.play(script(2, MAPPING)))).isEqualTo(RefusalCode.CHIP_LOST);
            ChipScript again = new ChipScript(1, 2, true, List.of(MAPPING));
            assertThat(opened.play(again).answers()).containsExactly(Bytes.ofHex("6F00"));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // a nonce that the server could see as the chip sent it
        "READER, 0022C1A40F800A04007F00070202040602830102",
        "PLAIN, 10860000027C0000",
        "PLAIN, 10860000047C02800000",
        "SERVER, 10860000027C0000",
        "SERVER, 00B0810000",
        "PLAIN, 00B0810000",
        // another template, a protocol that the chip does not announce, a password of the server's choice
        "PASSWORD, 002241A40C800A04007F00070202040602",
        "PASSWORD, 0022C1A40C800A04007F00070202040202",
        "PASSWORD, 0022C1A40F800A04007F00070202040602830103",
        "PASSWORD, 0022C1A4",
        "NONCE, 10860000027C0000"
    })
    void playsNothingThatAnHonestServerDoesNotSend(Wrapping wrapping, String apdu) throws Exception {
        int before = chip.instructions().size();
        assertThat(codeOf(() -> opened.play(script(1, command(wrapping, apdu)))))
                .isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        assertThat(chip.instructions()).hasSize(before);
    }

    @Test
    void keepsTheOrderOfThePace() {
        for (ChipScript script : List.of(
                script(1, MAPPING),
                script(1, BEGIN, MAPPING),
                script(1, NONCE, BEGIN),
                script(1, BEGIN, NONCE, NONCE),
                script(1, BEGIN, NONCE, BEGIN),
                script(1, BEGIN, NONCE, READ_DG1),
                script(1, READ_DG1, NONCE))) {
            assertThat(codeOf(() -> opened.play(script))).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        }
    }

    private Bytes decrypted(PACEKeySpec password) throws Exception {
        Bytes encrypted = chip.answers().get(chip.answers().size() - 2).slice(4, 20);
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                PACEProtocol.deriveStaticPACEKey(password, "0.4.0.127.0.7.2.2.4.6.2"),
                new IvParameterSpec(new byte[16]));
        return Bytes.of(cipher.doFinal(encrypted.toArray()));
    }

    private static Bytes nonceOf(ChipAnswers answers) {
        Bytes answer = answers.answers().get(1);
        assertThat(answer.slice(0, 4)).isEqualTo(Bytes.ofHex("7C128010"));
        assertThat(answer.from(20)).isEqualTo(Bytes.ofHex("9000"));
        return answer.slice(4, 20);
    }

    private static ChipScript script(int round, ScriptCommand... commands) {
        return new ChipScript(1, round, false, Stream.of(commands).toList());
    }

    private static ScriptCommand command(Wrapping wrapping, String hex) {
        return new ScriptCommand(wrapping, Bytes.ofHex(hex));
    }
}
