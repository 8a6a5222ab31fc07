package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import java.security.KeyPair;
import java.util.Optional;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ICAO 9303-11 §6.2 Chip Authentication: which key, and what becomes of the channel")
class ChipAuthenticationTest {
    private static final Chips.PaceWay PACE = new Chips.PaceWay("0.4.0.127.0.7.2.2.4.2.2", 12);
    private static final KeyPair TERMINAL = Chips.ellipticKeys("secp256r1");
    private static final String SET_AES_128 = "002241A40C800A04007F00070202030202";
    private static final String COM = Chips.COM.toHex() + "9000";

    @Nested
    @DisplayName("with one AES key without identifier")
    class OneKey {
        private final JmrtdTerminal terminal = open(key(Optional.empty(), ChipAuthenticationSuite.ECDH_AES_128));

        @Test
        void answersUnderTheOldKeysAndGoesOnUnderTheNew() throws Exception {
            assertThat(terminal.secured(SET_AES_128)).isEqualTo("9000");
            assertThat(terminal.secured("00B09E0000")).isEqualTo(COM);
            assertThat(terminal.secured(generalAuthenticate(point(TERMINAL)))).isEqualTo("7C009000");
            assertThat(terminal.secured("00B09E0000")).isEqualTo("6988");
            assertThat(terminal.plain("00B09E0000")).isEqualTo("6982");
        }

        @Test
        void keepsTheOldChannelWhenTheKeyIsNoPoint() throws Exception {
            terminal.secured(SET_AES_128);
            assertThat(terminal.secured(generalAuthenticate(Bytes.ofHex("0401020304"))))
                    .isEqualTo("6A80");
            assertThat(terminal.secured("00B09E0000")).isEqualTo(COM);
            assertThat(terminal.secured(generalAuthenticate(point(TERMINAL)))).isEqualTo("6985");
        }

        @ParameterizedTest(name = "{0} -> {1}")
        @CsvSource({
            "002241A40C800A04007F00070202030204, 6A88",
            "002241A40F800A04007F00070202030202840101, 6A88",
            "002241A403840101, 6A80",
            "002241A603910104, 6A88"
        })
        void knowsNoOtherKey(String command, String status) throws Exception {
            assertThat(terminal.secured(command)).isEqualTo(status);
        }

        @Test
        void wantsTheApplicationSelected() throws Exception {
            terminal.secured("00A4000C023F00");
            assertThat(terminal.secured(SET_AES_128)).isEqualTo("6985");
        }
    }

    @Nested
    @DisplayName("with several keys")
    class SeveralKeys {
        private final JmrtdTerminal terminal = open(
                key(Optional.of(1), ChipAuthenticationSuite.ECDH_AES_128),
                key(Optional.of(2), ChipAuthenticationSuite.ECDH_AES_128),
                key(Optional.of(3), ChipAuthenticationSuite.ECDH_3DES));

        @Test
        void wantsTheKeyNamed() throws Exception {
            assertThat(terminal.secured(SET_AES_128)).isEqualTo("6A88");
            assertThat(terminal.secured("002241A40F800A04007F00070202030202840102"))
                    .isEqualTo("9000");
        }

        @Test
        void does3DesInOneCommand() throws Exception {
            Bytes objects = Bytes.concat(new StrictTlv(0x91, point(TERMINAL)).encode(), Bytes.ofHex("840103"));
            assertThat(terminal.secured(keyAgreement(objects))).isEqualTo("9000");
            assertThat(terminal.secured("00B09E0000")).isEqualTo("6988");
        }
    }

    @Nested
    @DisplayName("MSE:Set KAT with one 3DES key")
    class KeyAgreementTemplate {
        private final JmrtdTerminal terminal = open(key(Optional.empty(), ChipAuthenticationSuite.ECDH_3DES));

        @Test
        void keepsTheOldChannelWhenThePointIsOffTheCurve() throws Exception {
            byte[] off = point(TERMINAL).toArray();
            off[off.length - 1] ^= 1;
            answersAndGoesOn(new StrictTlv(0x91, Bytes.of(off)).encode(), "6A80");
        }

        @ParameterizedTest(name = "{0} -> {1}")
        @CsvSource({
            "840101, 6A80", // no 91
            "9100, 6A80", // no point
            "910100, 6A80", // the point at infinity
            "91050401020304, 6A80", // half a point
            "9141, 6A80" // half an object
        })
        void keepsTheOldChannelWhenThereIsNoPoint(String objects, String status) throws Exception {
            answersAndGoesOn(Bytes.ofHex(objects), status);
        }

        @Test
        void keepsTheOldChannelWhenTheKeyIsCalledByAName() throws Exception {
            Bytes named = Bytes.concat(new StrictTlv(0x91, point(TERMINAL)).encode(), Bytes.ofHex("840101"));
            answersAndGoesOn(named, "6A88");
        }

        private void answersAndGoesOn(Bytes objects, String status) throws Exception {
            assertThat(terminal.secured(keyAgreement(objects))).isEqualTo(status);
            assertThat(terminal.secured("00B09E0000")).isEqualTo(COM);
        }
    }

    private static ChipAuthenticationKey key(Optional<Integer> id, ChipAuthenticationSuite suite) {
        return new ChipAuthenticationKey(id, suite, Chips.pkcs8(Chips.ellipticKeys("secp256r1")));
    }

    private static JmrtdTerminal open(ChipAuthenticationKey... keys) {
        try {
            return JmrtdTerminal.before(Chips.with(Chips.withPace(PACE), keys)).openWithCan(PACE);
        } catch (net.sf.scuba.smartcards.CardServiceException refused) {
            throw new AssertionError(refused);
        }
    }

    private static String keyAgreement(Bytes objects) {
        return new CommandApdu(0x00, 0x22, 0x41, 0xA6, objects, 0).encode().toHex();
    }

    private static String generalAuthenticate(Bytes point) {
        Bytes data = new StrictTlv(0x7C, new StrictTlv(0x80, point).encode()).encode();
        return new CommandApdu(0x00, 0x86, 0x00, 0x00, data, 256).encode().toHex();
    }

    private static Bytes point(KeyPair keys) {
        return Bytes.of(((ECPublicKey) keys.getPublic()).getQ().getEncoded(false));
    }
}
