package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ICAO 9303-11 §9.8 secure messaging, the chip's end")
class SecureMessagingTest {
    private static final SessionKeys AES = SessionKeys.derive(SessionCipher.AES_128, Bytes.ofHex("0102030405"));

    private final SecureMessaging channel = SecureMessaging.fromZero(AES);

    @Nested
    @DisplayName("§9.8.4 command objects, each under a right checksum")
    class CommandObjects {
        @ParameterizedTest(name = "objects {0}")
        @ValueSource(
                strings = {
                    "970100970100",
                    "9703000000",
                    "9700",
                    "810100",
                    "8701",
                    "870101",
                    "8700",
                    "87110200000000000000000000000000000000",
                    "871001000000000000000000000000000000",
                    "851000000000000000000000000000000000"
                })
        void refusesWhatIsNotInOrder(String objects) {
            assertThatThrownBy(() -> channel.unwrap(command(AES, 0xB0, Bytes.ofHex(objects))))
                    .isInstanceOfSatisfying(
                            MisuseException.class,
                            misuse -> assertThat(misuse.status()).isEqualTo(StatusWord.SM_OBJECTS_WRONG));
        }

        @Test
        void refusesTheExpectedLengthBeforeTheData() {
            Bytes objects = Bytes.concat(Bytes.ofHex("970100"), data(0x87));
            assertThatThrownBy(() -> channel.unwrap(command(AES, 0xB0, objects)))
                    .isInstanceOf(MisuseException.class);
        }

        @Test
        void refusesDataOfAnEvenInstructionInTheOddObject() {
            assertThatThrownBy(() -> channel.unwrap(command(AES, 0xB0, data(0x85))))
                    .isInstanceOf(MisuseException.class);
        }

        @ParameterizedTest(name = "97 {0} means {1}")
        @CsvSource({"04, 4", "00, 256", "0000, 65536", "0800, 2048"})
        void readsTheExpectedLength(String value, int expected) throws Exception {
            Bytes object = new StrictTlv(0x97, Bytes.ofHex(value)).encode();
            assertThat(channel.unwrap(command(AES, 0xB0, object)).expected()).isEqualTo(expected);
        }

        @Test
        void readsDataOfBothKindsOfInstruction() throws Exception {
            assertThat(channel.unwrap(command(AES, 0xA4, data(0x87))).data()).isEqualTo(Bytes.ofHex("CAFE"));
            SecureMessaging other = SecureMessaging.fromZero(AES);
            assertThat(other.unwrap(command(AES, 0xB1, data(0x85))).data()).isEqualTo(Bytes.ofHex("CAFE"));
        }

        @Test
        void protectsTheHeaderOfACommandWithoutAnyObject() throws Exception {
            assertThat(channel.unwrap(command(AES, 0xA4, Bytes.EMPTY)).data()).isEqualTo(Bytes.EMPTY);
        }

        private Bytes data(int tag) {
            Bytes counter = Bytes.ofHex("00000000000000000000000000000001");
            Bytes iv = BlockCiphers.encrypt(AES.cipher(), AES.encryption(), counter);
            Bytes value =
                    BlockCiphers.encrypt(AES.cipher(), AES.encryption(), iv, Padding.add(Bytes.ofHex("CAFE"), 16));
            return new StrictTlv(tag, tag == 0x87 ? Bytes.concat(Bytes.ofHex("01"), value) : value).encode();
        }
    }

    @Nested
    @DisplayName("§9.8.5 answers")
    class Answers {
        @ParameterizedTest
        @EnumSource(SessionCipher.class)
        void fillsExactlyTheRoomThatItPromised(SessionCipher cipher) {
            SecureMessaging some = SecureMessaging.fromZero(SessionKeys.derive(cipher, Bytes.ofHex("01")));
            for (boolean odd : new boolean[] {false, true}) {
                for (int wire = 64; wire < 700; wire++) {
                    int room = some.room(wire, odd);
                    assertThat(lengthOnWire(some, room, odd))
                            .as("room of " + wire)
                            .isLessThanOrEqualTo(wire);
                    assertThat(lengthOnWire(some, room + 1, odd))
                            .as("more than room of " + wire)
                            .isGreaterThan(wire);
                }
            }
        }

        @Test
        void protectsARefusalToo() {
            Bytes data = channel.wrap(ResponseApdu.of(StatusWord.FILE_NOT_FOUND), false)
                    .data();
            assertThat(data.slice(0, 6)).isEqualTo(Bytes.ofHex("99026A828E08"));
        }

        private int lengthOnWire(SecureMessaging some, int length, boolean odd) {
            ResponseApdu answer = new ResponseApdu(Bytes.of(new byte[length]), StatusWord.OK);
            return some.wrap(answer, odd).data().length();
        }
    }

    private static CommandApdu command(SessionKeys keys, int instruction, Bytes objects) {
        Bytes header = Bytes.of((byte) 0x0C, (byte) instruction, (byte) 0, (byte) 0);
        Bytes counter = Bytes.ofHex("00000000000000000000000000000001");
        Bytes before = Bytes.concat(counter, Padding.add(header, 16));
        Bytes input = objects.isEmpty() ? before : Padding.add(Bytes.concat(before, objects), 16);
        Bytes sum = BlockCiphers.checksum(keys.cipher(), keys.checksum(), input);
        Bytes data = Bytes.concat(objects, new StrictTlv(0x8E, sum).encode());
        return new CommandApdu(0x0C, instruction, 0, 0, data, 256);
    }
}
