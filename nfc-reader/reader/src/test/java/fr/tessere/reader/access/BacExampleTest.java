package fr.tessere.reader.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.ScriptedChannel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-11 Appendix D: Basic Access Control and secure messaging, byte for byte")
class BacExampleTest {
    private final JsonNode example = WorkedExamples.example("bacAppendixD");
    private final MrzKey key = new MrzKey(text("documentNumber"), text("dateOfBirth"), text("dateOfExpiry"));

    @Test
    void composesTheMrzInformation() {
        assertThat(key.information()).isEqualTo(text("mrzInformation"));
    }

    @Test
    void sendsAndUnderstandsEveryMessage() throws Exception {
        ScriptedChannel chip = opening(text("eIC") + text("mIC"));
        for (JsonNode exchange : example.get("exchange")) {
            chip.on(exchange.get("command").asText(), exchange.get("response").asText());
        }

        SecureChannel secure = new Bac(chip, new FixedRandom(text("rndIFD"), text("kIFD"))).perform(key);

        for (JsonNode exchange : example.get("exchange")) {
            String plain = exchange.get("plainCommand").asText();
            ResponseApdu answer = secure.send(CommandApdu.parse(Bytes.ofHex(plain)));
            assertThat(answer.encode().toHex())
                    .isEqualTo(exchange.get("plainResponse").asText());
        }
        chip.requireAllSent();
    }

    @Test
    void refusesACryptogramWithOneBitFlipped() {
        ScriptedChannel chip = opening(flipped(text("eIC")) + text("mIC"));
        assertThat(codeOf(chip)).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void refusesAnAnswerThatIsTooShort() {
        assertThat(codeOf(opening("46B9"))).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void refusesAnAnswerWithOneBitFlippedInSecureMessaging() throws Exception {
        JsonNode exchange = example.get("exchange").get(1);
        ScriptedChannel chip = opening(text("eIC") + text("mIC"));
        JsonNode select = example.get("exchange").get(0);
        chip.on(select.get("command").asText(), select.get("response").asText());
        chip.on(
                exchange.get("command").asText(),
                exchange.get("response").asText().replace("9FF0EC34", "9FF0EC35"));
        SecureChannel secure = new Bac(chip, new FixedRandom(text("rndIFD"), text("kIFD"))).perform(key);
        secure.send(CommandApdu.parse(Bytes.ofHex(select.get("plainCommand").asText())));

        assertThat(codeOf(() -> secure.send(CommandApdu.parse(
                        Bytes.ofHex(exchange.get("plainCommand").asText())))))
                .isEqualTo(RefusalCode.CHIP_FAILED);
        assertThat(secure.hasEnded()).isTrue();
    }

    private ScriptedChannel opening(String answer) {
        return new ScriptedChannel()
                .on("0084000008", text("rndIC") + "9000")
                .on("0082000028" + text("eIFD") + text("mIFD") + "28", answer + "9000");
    }

    private RefusalCode codeOf(ScriptedChannel chip) {
        return codeOf(() -> new Bac(chip, new FixedRandom(text("rndIFD"), text("kIFD"))).perform(key));
    }

    private static RefusalCode codeOf(Attempt attempt) {
        try {
            attempt.run();
        } catch (ReadingException refused) {
            return refused.code();
        }
        throw new AssertionError("accepted");
    }

    private static String flipped(String hex) {
        return (hex.charAt(0) == '4' ? '5' : '4') + hex.substring(1);
    }

    private String text(String name) {
        return example.get(name).asText();
    }

    private interface Attempt {
        void run() throws ReadingException;
    }
}
