package fr.tessere.protocol.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ISO 7816-3 §12.1.3 the seven cases of a command")
class CommandApduTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource({
        "00B00000, 0, 0",
        "00B0000008, 0, 8",
        "00B0000000, 0, 256",
        "00A4020C02011E, 2, 0",
        "00A4020C02011E00, 2, 256",
        "00B00000000800, 0, 2048",
        "00B00000000000, 0, 65536",
        "00880000000003AABBCC0000, 3, 65536"
    })
    void readsEachCase(String hex, int data, int expected) {
        CommandApdu command = CommandApdu.parse(Bytes.ofHex(hex));
        assertThat(command.data().length()).isEqualTo(data);
        assertThat(command.expected()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"00B00000", "00B0000008", "00A4020C02011E00", "00B00000000800", "00B00000000000"})
    void writesWhatItRead(String hex) {
        assertThat(CommandApdu.parse(Bytes.ofHex(hex)).encode()).isEqualTo(Bytes.ofHex(hex));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"", "00B000", "00A4020C0201", "00A4020C02011E0000", "00A4020C0001", "00A4020C00000001"})
    void refusesLengthsThatDoNotFit(String hex) {
        assertThatThrownBy(() -> CommandApdu.parse(Bytes.ofHex(hex))).isInstanceOf(IllegalArgumentException.class);
    }
}
