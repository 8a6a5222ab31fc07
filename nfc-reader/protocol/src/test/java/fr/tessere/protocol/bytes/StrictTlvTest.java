package fr.tessere.protocol.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ISO 7816-4 §5.2.2 BER-TLV, strictly")
class StrictTlvTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource({"6100, 97, 0", "7F61020102, 32609, 2", "5F2E8101AA, 24366, 1", "7782000142, 119, 1"})
    void readsAnObjectThatFillsItsBytes(String hex, int tag, int length) throws TlvException {
        StrictTlv object = StrictTlv.parse(Bytes.ofHex(hex));
        assertThat(object.tag()).isEqualTo(tag);
        assertThat(object.value().length()).isEqualTo(length);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "",
                "61",
                "6101",
                "61020A",
                "610000",
                "6180",
                "6185010000000000",
                "61FF",
                "6184FFFFFFFF",
                "7F",
                "7FFFFFFF00",
                "6F847FFFFFFF",
                "6B815C5C847FFFFFFF00"
            })
    void refusesEveryLengthLie(String hex) {
        assertThatThrownBy(() -> StrictTlv.parse(Bytes.ofHex(hex))).isInstanceOf(TlvException.class);
    }

    @Test
    void refusesAnotherTag() {
        assertThatThrownBy(() -> StrictTlv.parse(0x61, Bytes.ofHex("7700"))).hasMessage("found tag 77, expected 61");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF, 0x10000})
    void readsWhatItWrote(int length) throws TlvException {
        StrictTlv object = new StrictTlv(0x7F61, Bytes.of(new byte[length]));
        assertThat(StrictTlv.parse(object.encode())).isEqualTo(object);
        assertThat(StrictTlv.declaredLength(object.encode()))
                .isEqualTo(object.encode().length());
    }

    @Test
    void readsTheObjectsInside() throws TlvException {
        StrictTlv outer = StrictTlv.parse(Bytes.ofHex("3006020101020102"));
        assertThat(outer.children()).extracting(StrictTlv::tag).containsExactly(2, 2);
    }
}
