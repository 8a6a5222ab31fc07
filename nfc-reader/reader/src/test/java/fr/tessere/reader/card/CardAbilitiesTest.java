package fr.tessere.reader.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ISO 7816-4 §12.7 extended length, as a card announces it")
class CardAbilitiesTest {

    @ParameterizedTest
    @CsvSource({
        "3B8A800100318073940 1C0009000,true",
        "3B8A800100318073940 180009000,false",
        "3B8B80010031C164093772130090005 1,false",
        "3BDB96FF80B1FE451F870031C16409377213 0F9000F4,false",
        "3B8A80,false",
        "3B,false",
        "'',false",
        "3BFFFFFFFFFF,false"
    })
    void readsTheHistoricalBytes(String answerToReset, boolean extended) {
        Bytes bytes = Bytes.ofHex(answerToReset.replace(" ", ""));
        assertThat(CardAbilities.announcesExtendedLength(bytes)).isEqualTo(extended);
    }

    @ParameterizedTest
    @CsvSource({
        "47038001C09000,4096",
        "47038001809000,256",
        "7F6608020201000202010 09000,256",
        "7F66080202080002020 8029000,2048",
        "7F660802020800020 200009000,256",
        "7F6604020208009000,256",
        "7F66079000,256",
        "6A82,256",
        "'',256"
    })
    void readsEfAtr(String answer, int largest) throws Exception {
        assertThat(ask(65_533, answer.replace(" ", ""))).isEqualTo(largest);
    }

    @Test
    void asksNothingOverALinkOfShortLength() throws Exception {
        assertThat(CardAbilities.ask(new ScriptedChannel()).largestAnswer()).isEqualTo(256);
    }

    @Test
    void staysWithinTheLink() throws Exception {
        assertThat(ask(1000, "47038001C09000")).isEqualTo(1000);
    }

    private static int ask(int link, String answer) throws ReadingException {
        CardChannel channel = new CardChannel() {
            @Override
            public Bytes transmit(Bytes command) {
                return Bytes.ofHex(answer);
            }

            @Override
            public void reset() {}

            @Override
            public int largestAnswer() {
                return link;
            }

            @Override
            public Optional<Bytes> answerToReset() {
                return Optional.of(Bytes.ofHex("3B8080010 1".replace(" ", "")));
            }

            @Override
            public void close() {}
        };
        return CardAbilities.ask(channel).largestAnswer();
    }
}
