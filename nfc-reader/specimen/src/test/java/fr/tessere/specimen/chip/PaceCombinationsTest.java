package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import java.math.BigInteger;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.DHParameterSpec;
import org.bouncycastle.util.BigIntegers;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.PACEProtocol;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("ICAO 9303-11 §4.4.3.3 each mapping with each cipher and group, opened by a terminal nobody here wrote")
class PaceCombinationsTest {
    private static final String PACE = "0.4.0.127.0.7.2.2.4.";

    /** Every cipher on one group, and every group with one cipher; generic mapping on curves has its own test. */
    static List<Chips.PaceWay> ways() {
        List<Chips.PaceWay> ways = new ArrayList<>();
        for (int cipher = 1; cipher <= 4; cipher++) {
            ways.add(new Chips.PaceWay(PACE + "1." + cipher, 0));
        }
        ways.add(new Chips.PaceWay(PACE + "1.2", 1));
        ways.add(new Chips.PaceWay(PACE + "1.4", 2));
        return ways;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void opensWithTheCan(Chips.PaceWay way) throws Exception {
        JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(way)).openWithCan(way);
        assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
    }

    @ParameterizedTest
    @CsvSource({"1.2, 0", "1.3, 2"})
    void opensWithTheMrz(String protocol, int group) throws Exception {
        Chips.PaceWay way = new Chips.PaceWay(PACE + protocol, group);
        JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(way))
                .openWithPace(way, PACEKeySpec.createMRZKey(JmrtdTerminal.BAC_KEY));
        assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
    }

    /**
     * The terminal's own run of integrated mapping cannot work: it asks for a cipher by the wrong name. Its arithmetic is
     * public and can be asked, but for 3DES, whose keys it makes too short.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = SessionCipher.class,
            names = {"AES_128", "AES_192", "AES_256"})
    void agreesOnTheGeneratorOfIntegratedMapping(SessionCipher cipher) throws Exception {
        Bytes s = Bytes.of(new byte[PseudoRandomFunction.nonceLength(cipher)]);
        byte[] drawn = new byte[cipher.keyLength()];
        for (int group : new int[] {0, 1, 2, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18}) {
            Arrays.fill(drawn, (byte) (group + 1));
            PaceInfo.Mapping mapping = group < 3 ? PaceInfo.Mapping.DH_INTEGRATED : PaceInfo.Mapping.ECDH_INTEGRATED;
            DomainGroup own = StandardGroups.group(group, mapping).orElseThrow();
            BigInteger element = PseudoRandomFunction.element(cipher, s, Bytes.of(drawn), own.modulus());
            Bytes generator = own.integrated(element).publicKey(BigInteger.ONE);
            AlgorithmParameterSpec domain = PACEInfo.toParameterSpec(group);
            Bytes expected = group < 3
                    ? number(PACEProtocol.mapNonceIMWithDH(s.toArray(), drawn, "AES", (DHParameterSpec) domain))
                    : point(PACEProtocol.mapNonceIMWithECDH(s.toArray(), drawn, "AES", (ECParameterSpec) domain));
            assertThat(generator).as("group " + group).isEqualTo(expected);
        }
    }

    private static Bytes number(AlgorithmParameterSpec mapped) {
        return Bytes.of(BigIntegers.asUnsignedByteArray(((DHParameterSpec) mapped).getG()));
    }

    private static Bytes point(AlgorithmParameterSpec mapped) {
        ECParameterSpec domain = (ECParameterSpec) mapped;
        int bits = domain.getCurve().getField().getFieldSize();
        return Bytes.of(PACEProtocol.encodeECPointForSmartCard(domain.getGenerator(), bits));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "84, numbers below a prime have no protocol on curves, 4.2, 0",
        "84, curves have no protocol below a prime, 1.2, 12",
        "84, integrated mapping needs a prime that is 3 modulo 4, 4.2, 10",
        "84, unknown parameters, 2.2, 19",
        "84, reserved parameters, 1.2, 3"
    })
    void refusesGroupsThatDoNotGoWithTheProtocol(String tag, String why, String protocol, int group) {
        Chips.PaceWay way = new Chips.PaceWay(PACE + protocol, group);
        String oid = "04007F00070202040" + protocol.replace(".", "0");
        assertThat(JmrtdTerminal.before(Chips.withPace(way))
                        .plain("0022C1A412800A" + oid + "830102" + tag + "01%02X".formatted(group)))
                .as(why)
                .isEqualTo("6A88");
    }

    @ParameterizedTest(name = "a key of the terminal that is {0}")
    @CsvSource({"zero", "one", "the modulus", "outside of the subgroup"})
    void refusesNumbersOutsideOfTheSubgroup(String which) {
        Chips.PaceWay way = new Chips.PaceWay(PACE + "1.2", 0);
        JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(way));
        BigInteger modulus = ModularGroups.MODP_1024_160.modulus();
        BigInteger number = switch (which) {
            case "zero" -> BigInteger.ZERO;
            case "one" -> BigInteger.ONE;
            case "the modulus" -> modulus;
            default -> modulus.subtract(BigInteger.ONE);
        };
        terminal.plain("0022C1A40F800A04007F00070202040102830102");
        terminal.plain("10860000027C0000");
        String encoded = Bytes.of(BigIntegers.asUnsignedByteArray(128, number)).toHex();
        assertThat(terminal.plain("10860000867C8183818180" + encoded + "00")).isEqualTo("6A80");
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"0", "15", "17", "32"})
    void refusesATerminalNonceOfAnotherLength(int length) {
        Chips.PaceWay way = new Chips.PaceWay(PACE + "4.2", 13);
        JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(way));
        terminal.plain("0022C1A40F800A04007F00070202040402830102");
        terminal.plain("10860000027C0000");
        String nonce = "01".repeat(length);
        assertThat(terminal.plain("10860000%02X7C%02X81%02X%s00".formatted(length + 4, length + 2, length, nonce)))
                .isEqualTo("6A80");
    }

    @Test
    @DisplayName("§9.4.1: a public key has no zeros in front; what both sides reach is as long as the modulus")
    void leavesZerosInFrontOfAPublicKeyOut() throws Exception {
        PrimeGroup group = ModularGroups.MODP_1024_160;
        BigInteger privateKey = BigInteger.ONE;
        while (group.generator().modPow(privateKey, group.modulus()).bitLength() > 1016) {
            privateKey = privateKey.add(BigInteger.ONE);
        }
        Bytes publicKey = group.publicKey(privateKey);
        assertThat(publicKey.length()).isLessThan(128);
        assertThat(publicKey.at(0)).isNotZero();
        assertThat(group.agree(BigInteger.ONE, publicKey)).isEqualTo(Bytes.concat(Bytes.of((byte) 0), publicKey));
    }

    @Test
    @DisplayName("§9.5.1: the typed groups are of prime modulus and order, and the generator has that order")
    void theTypedGroupsAreGroups() {
        List<PrimeGroup> groups =
                List.of(ModularGroups.MODP_1024_160, ModularGroups.MODP_2048_224, ModularGroups.MODP_2048_256);
        int[][] bits = {{1024, 160}, {2048, 224}, {2048, 256}};
        for (int i = 0; i < groups.size(); i++) {
            PrimeGroup group = groups.get(i);
            assertThat(group.modulus().bitLength()).isEqualTo(bits[i][0]);
            assertThat(group.order().bitLength()).isEqualTo(bits[i][1]);
            assertThat(group.modulus().isProbablePrime(100)).isTrue();
            assertThat(group.order().isProbablePrime(100)).isTrue();
            assertThat(group.modulus().subtract(BigInteger.ONE).mod(group.order()))
                    .isZero();
            assertThat(group.generator())
                    .isBetween(BigInteger.TWO, group.modulus().subtract(BigInteger.TWO));
            assertThat(group.generator().modPow(group.order(), group.modulus())).isOne();
        }
    }
}
