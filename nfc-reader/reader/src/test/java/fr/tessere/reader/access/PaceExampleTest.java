package fr.tessere.reader.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.CardAbilities;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.ScriptedChannel;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-11 Appendix G.1: PACE with generic mapping over ECDH, byte for byte")
class PaceExampleTest {
    private final JsonNode example = WorkedExamples.example("paceGmEcdhAppendixG1");
    private final MrzKey key = new MrzKey(text("documentNumber"), text("dateOfBirth"), text("dateOfExpiry"));

    @Test
    void readsThePaceInfo() throws Exception {
        assertThat(offer().title()).isEqualTo("PACE-ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1");
    }

    @Test
    void sendsAndUnderstandsEveryMessage() throws Exception {
        ScriptedChannel chip =
                untilKeys().on("008600000C7C0A8508" + text("tokenPCD") + "00", "7C0A8608" + text("tokenPICC") + "9000");

        perform(chip);

        chip.requireAllSent();
    }

    @Test
    void refusesAChipWhoseTokenDoesNotVerify() {
        ScriptedChannel chip =
                untilKeys().on("008600000C7C0A8508" + text("tokenPCD") + "00", "7C0A86083ABB9674BCE93C099000");
        assertThat(codeOf(chip)).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void namesTheWrongMrz() {
        ScriptedChannel chip = untilKeys().on("008600000C7C0A8508" + text("tokenPCD") + "00", "6300");
        assertThat(codeOf(chip)).isEqualTo(RefusalCode.MRZ_WRONG);
    }

    @Test
    void refusesAPointThatIsNotOnTheCurve() {
        ScriptedChannel chip = untilNonce()
                .on(
                        general("81", point("mapping", "pcd"), "10"),
                        "7C43824104" + example.at("/mapping/piccPublicX").asText()
                                + example.at("/mapping/piccPublicX").asText() + "9000");
        assertThat(codeOf(chip)).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void refusesAChipThatSendsBackTheReadersKey() {
        ScriptedChannel chip = untilMapped()
                .on(general("83", point("agreement", "pcd"), "10"), "7C438441" + point("agreement", "pcd") + "9000");
        assertThat(codeOf(chip)).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void saysThatTheChipDelays() {
        ScriptedChannel chip = new ScriptedChannel().on(template(), "6983");
        assertThat(codeOf(chip)).isEqualTo(RefusalCode.ACCESS_DELAYED);
    }

    private ScriptedChannel untilNonce() {
        return new ScriptedChannel()
                .on(template(), "9000")
                .on("10860000027C0000", "7C128010" + text("encryptedNonceZ") + "9000");
    }

    private ScriptedChannel untilMapped() {
        return untilNonce()
                .on(general("81", point("mapping", "pcd"), "10"), "7C438241" + point("mapping", "picc") + "9000");
    }

    private ScriptedChannel untilKeys() {
        return untilMapped()
                .on(general("83", point("agreement", "pcd"), "10"), "7C438441" + point("agreement", "picc") + "9000");
    }

    private static String template() {
        return "0022C1A40F800A04007F00070202040202830101";
    }

    private static String general(String tag, String point, String cla) {
        return cla + "860000457C43" + tag + "41" + point + "00";
    }

    private String point(String step, String side) {
        return "04" + example.at("/" + step + "/" + side + "PublicX").asText()
                + example.at("/" + step + "/" + side + "PublicY").asText();
    }

    private SecureChannel perform(ScriptedChannel chip) throws ReadingException {
        FixedRandom random = new FixedRandom(
                example.at("/mapping/pcdPrivate").asText(),
                example.at("/agreement/pcdPrivate").asText());
        return new Pace(chip, random, key).perform(offer(), false);
    }

    private RefusalCode codeOf(ScriptedChannel chip) {
        try {
            perform(chip);
        } catch (ReadingException refused) {
            return refused.code();
        }
        throw new AssertionError("accepted");
    }

    private PaceOffer offer() throws ReadingException {
        Bytes cardAccess = Bytes.ofHex("3114" + text("paceInfo"));
        return AccessOffer.read(Optional.of(cardAccess), new CardAbilities(256))
                .best()
                .orElseThrow();
    }

    private String text(String name) {
        return example.get(name).asText();
    }
}
