package fr.tessere.reader.script;

import static fr.tessere.reader.script.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.card.ChipInHand;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.ScriptedChannel;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ICAO 9303-11 §4 access to the chip")
class OpeningTest {
    private static final int GET_CHALLENGE = 0x84;
    private static final int EXTERNAL_AUTHENTICATE = 0x82;

    private final ChipReading reading = new ChipReading(new SecureRandom());
    private final SpecimenDocument card = Specimens.load("french-identity-card");
    private final SpecimenDocument both = Specimens.load("passport-pace-ecdsa-aa");
    private final SpecimenDocument old = Specimens.load("passport-active-authentication");

    @Test
    void opensByPaceWithTheCan() throws Exception {
        assertThat(open(new ChipInHand(card), Keys.can(card))).isEqualTo(AccessProtocol.PACE);
    }

    @Test
    void opensByPaceWithTheMrz() throws Exception {
        assertThat(open(new ChipInHand(card), Keys.mrz(card))).isEqualTo(AccessProtocol.PACE);
    }

    @Test
    void opensByBacWhereTheChipHasNoPace() throws Exception {
        assertThat(open(new ChipInHand(old), Keys.mrz(old))).isEqualTo(AccessProtocol.BAC);
    }

    @Test
    void prefersPaceWhereTheChipHasBoth() throws Exception {
        assertThat(open(new ChipInHand(both), Keys.mrz(both))).isEqualTo(AccessProtocol.PACE);
    }

    @Test
    void namesAWrongCan() {
        assertThat(codeOf(() -> open(new ChipInHand(card), new CardAccessNumber("000000"))))
                .isEqualTo(RefusalCode.CAN_WRONG);
    }

    @Test
    void namesAWrongMrz() {
        assertThat(codeOf(() -> open(new ChipInHand(card), Keys.wrongMrz()))).isEqualTo(RefusalCode.MRZ_WRONG);
        assertThat(codeOf(() -> open(new ChipInHand(old), Keys.wrongMrz()))).isEqualTo(RefusalCode.MRZ_WRONG);
    }

    @Test
    void saysThatAChipWithoutPaceKnowsNoCan() {
        assertThat(codeOf(() -> open(new ChipInHand(old), new CardAccessNumber("123456"))))
                .isEqualTo(RefusalCode.CAN_UNKNOWN);
    }

    @Test
    void neverTriesBacAfterPaceFailed() {
        ChipInHand chip = new ChipInHand(both);
        assertThat(codeOf(() -> open(chip, Keys.wrongMrz()))).isEqualTo(RefusalCode.MRZ_WRONG);
        assertThat(chip.instructions()).doesNotContain(GET_CHALLENGE, EXTERNAL_AUTHENTICATE);
    }

    @ParameterizedTest(name = "EF.CardAccess {0}")
    @DisplayName("never tries BAC where the chip offers a PACE that is not known here")
    @ValueSource(
            strings = {
                "3114" + "3012060A04007F0007020204020502010202010D",
                "3114" + "3012060A04007F000702020402020201020201FF",
                "3111" + "300F060A04007F00070202040202020102",
                "3114" + "3012060A04007F0007020204020202010102010D"
            })
    void neverTriesBacBesideUnknownPace(String cardAccess) {
        ChipInHand chip = new ChipInHand(both.withFile(FileId.CARD_ACCESS, Bytes.ofHex(cardAccess)));
        assertThat(codeOf(() -> open(chip, Keys.mrz(both)))).isEqualTo(RefusalCode.ACCESS_NOT_SUPPORTED);
        assertThat(chip.instructions()).doesNotContain(GET_CHALLENGE, EXTERNAL_AUTHENTICATE);
    }

    @ParameterizedTest(name = "EF.CardAccess {0}")
    @DisplayName("refuses an EF.CardAccess that is no list")
    @ValueSource(
            strings = {"3000", "310130", "31823000", "318600000000000000", "31043002060A", "3102300000", "3103020100"})
    void refusesMalformedCardAccess(String cardAccess) {
        ChipInHand chip = new ChipInHand(both.withFile(FileId.CARD_ACCESS, Bytes.ofHex(cardAccess)));
        assertThat(codeOf(() -> open(chip, Keys.mrz(both)))).isEqualTo(RefusalCode.CHIP_FAILED);
        assertThat(chip.instructions()).doesNotContain(GET_CHALLENGE, EXTERNAL_AUTHENTICATE);
    }

    @Test
    void refusesACardWithoutTheApplication() {
        ScriptedChannel bankCard = new ScriptedChannel()
                .on("00B09C0000", "6D00")
                .on("00A4020C02011C", "6A82")
                .on("00A4040C07A0000002471001", "6A82");
        assertThat(codeOf(() -> open(bankCard, Keys.mrz(old)))).isEqualTo(RefusalCode.CHIP_UNKNOWN);
    }

    @Test
    void refusesAChipThatOpensWithoutAccessControl() {
        ScriptedChannel chip = new ScriptedChannel()
                .on("00B09C0000", "6A82")
                .on("00A4020C02011C", "6A82")
                .on("00A4040C07A0000002471001", "9000")
                .on("0084000008", "6D00");
        assertThat(codeOf(() -> open(chip, Keys.mrz(old)))).isEqualTo(RefusalCode.ACCESS_NOT_SUPPORTED);
    }

    private AccessProtocol open(fr.tessere.reader.card.CardChannel chip, AccessKey key) throws ReadingException {
        return reading.open(chip, key, ProgressListener.NONE)
                .readFiles(Set.of())
                .access();
    }
}
