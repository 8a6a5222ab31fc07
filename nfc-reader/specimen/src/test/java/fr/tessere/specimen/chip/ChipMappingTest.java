package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.card.FileId;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.math.ec.ECPoint;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.Util;
import org.jmrtd.protocol.PACECAMResult;
import org.jmrtd.protocol.PACEGMWithECDHMappingResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ICAO 9303-11 §4.4.3.3.3 PACE with chip authentication mapping, seen by a terminal nobody here wrote")
class ChipMappingTest {
    private static final String ECDH_CAM = "0.4.0.127.0.7.2.2.4.6.";
    private static final String ECDH_GM = "0.4.0.127.0.7.2.2.4.2.";
    private static final PACEKeySpec CAN = PACEKeySpec.createCANKey(Chips.CAN);

    @ParameterizedTest(name = "cipher {0}, {2}")
    @CsvSource({
        "2, 8, secp192r1",
        "2, 9, brainpoolP192r1",
        "3, 10, secp224r1",
        "2, 11, brainpoolP224r1",
        "2, 12, secp256r1",
        "2, 13, brainpoolP256r1",
        "3, 14, brainpoolP320r1",
        "3, 15, secp384r1",
        "4, 16, brainpoolP384r1",
        "4, 17, brainpoolP512r1",
        "4, 18, secp521r1"
    })
    void provesTheStaticKey(String cipher, int parameterId, String curve) throws Exception {
        Chips.PaceWay way = new Chips.PaceWay(ECDH_CAM + cipher, parameterId);
        KeyPair keys = Chips.ellipticKeys(curve);
        JmrtdTerminal terminal = JmrtdTerminal.before(chip(way, keys));

        assertThat(provenKey(terminal, way, keys)).isTrue();

        terminal.service().sendSelectApplet(true);
        assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
    }

    @Test
    void opensWithTheMrz() throws Exception {
        Chips.PaceWay way = new Chips.PaceWay(ECDH_CAM + "2", 13);
        JmrtdTerminal terminal = JmrtdTerminal.before(chip(way, Chips.ellipticKeys("brainpoolP256r1")))
                .openWithPace(way, PACEKeySpec.createMRZKey(JmrtdTerminal.BAC_KEY));
        assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
    }

    @Test
    void aCopyWithAnotherKeyOpensButProvesNothing() throws Exception {
        Chips.PaceWay way = new Chips.PaceWay(ECDH_CAM + "2", 12);
        JmrtdTerminal copy = JmrtdTerminal.before(chip(way, Chips.ellipticKeys("secp256r1")));

        assertThat(provenKey(copy, way, Chips.ellipticKeys("secp256r1"))).isFalse();
    }

    @Test
    void runsAgainBehindASessionOfAnotherTerminal() throws Exception {
        Chips.PaceWay generic = new Chips.PaceWay(ECDH_GM + "2", 12);
        Chips.PaceWay mapping = new Chips.PaceWay(ECDH_CAM + "2", 12);
        KeyPair keys = Chips.ellipticKeys("secp256r1");
        ChipContents contents = Chips.with(
                Chips.withPace(generic, mapping), new ChipMappingKey(mapping.parameterId(), Chips.pkcs8(keys)));
        SoftwareChip chip = new SoftwareChip(contents);
        new JmrtdTerminal(chip, 224).openWithCan(generic);

        assertThat(provenKey(new JmrtdTerminal(chip, 224), mapping, keys)).isTrue();
    }

    @Test
    void isRefusedWithoutAStaticKeyOnTheCurve() {
        Chips.PaceWay way = new Chips.PaceWay(ECDH_CAM + "2", 12);
        JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(way));
        assertThatThrownBy(() -> terminal.pace(way, CAN))
                .isInstanceOf(CardServiceException.class)
                .hasMessageContaining("6A88");
    }

    @Test
    void isNotOfferedWithTripleDes() {
        Chips.PaceWay way = new Chips.PaceWay(ECDH_CAM + "1", 12);
        String answer = JmrtdTerminal.before(Chips.withPace(way)).plain("0022C1A40F800A04007F00070202040601830102");
        assertThat(answer).isEqualTo("6A80");
    }

    private static ChipContents chip(Chips.PaceWay way, KeyPair keys) {
        return Chips.with(Chips.withPace(way), new ChipMappingKey(way.parameterId(), Chips.pkcs8(keys)));
    }

    /** §4.4.3.5: the data times the static public key is the key that the chip used in the mapping. */
    private static boolean provenKey(JmrtdTerminal terminal, Chips.PaceWay way, KeyPair keys)
            throws CardServiceException, GeneralSecurityException {
        PACECAMResult result = (PACECAMResult) terminal.pace(way, CAN);
        java.security.spec.ECPoint used = ((java.security.interfaces.ECPublicKey)
                        ((PACEGMWithECDHMappingResult) result.getMappingResult()).getPICCMappingPublicKey())
                .getW();
        BigInteger data = new BigInteger(1, decrypted(result));
        ECPoint reached = ((ECPublicKey) keys.getPublic()).getQ().multiply(data).normalize();
        return reached.getAffineXCoord().toBigInteger().equals(used.getAffineX())
                && reached.getAffineYCoord().toBigInteger().equals(used.getAffineY());
    }

    /** The terminal library decrypts with the wrong initialisation vector, so this is done here (§4.4.3.5: E(KS.Enc, -1)). */
    private static byte[] decrypted(PACECAMResult result) throws GeneralSecurityException {
        SecretKey key = result.getWrapper().getEncryptionKey();
        byte[] minusOne = new byte[16];
        Arrays.fill(minusOne, (byte) 0xFF);
        Cipher single = Cipher.getInstance("AES/ECB/NoPadding");
        single.init(Cipher.ENCRYPT_MODE, key);
        Cipher chained = Cipher.getInstance("AES/CBC/NoPadding");
        chained.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(single.doFinal(minusOne)));
        return Util.unpad(chained.doFinal(result.getEncryptedChipAuthenticationData()));
    }
}
