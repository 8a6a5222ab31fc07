package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jcajce.provider.util.DigestFactory;
import org.jmrtd.PACEKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A terminal that shares no code with the chip (jMRTD) agrees with it")
class IndependentTerminalTest {
    private static final String ECDH_GM = "0.4.0.127.0.7.2.2.4.2.";
    private static final Chips.PaceWay PACE = new Chips.PaceWay(ECDH_GM + "2", 12);
    private static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");

    @Nested
    @DisplayName("ICAO 9303-11 §4.4 PACE with generic mapping")
    class Pace {
        @ParameterizedTest(name = "cipher {0}, domain parameters {1}")
        @CsvSource({"1,12", "2,12", "3,12", "4,12", "2,13", "4,15", "3,16", "4,17", "4,18", "2,10", "2,14"})
        void opensWithTheCan(String cipher, int parameterId) throws Exception {
            Chips.PaceWay way = new Chips.PaceWay(ECDH_GM + cipher, parameterId);
            JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(way)).openWithCan(way);
            assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
        }

        @Test
        void opensWithTheMrz() throws Exception {
            JmrtdTerminal terminal = JmrtdTerminal.before(Chips.withPace(PACE))
                    .openWithPace(PACE, PACEKeySpec.createMRZKey(JmrtdTerminal.BAC_KEY));
            assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
        }

        @Test
        void performsEachOfSeveralPaceInfos() throws Exception {
            Chips.PaceWay[] ways = {PACE, new Chips.PaceWay(ECDH_GM + "2", 13), new Chips.PaceWay(ECDH_GM + "4", 15)};
            for (Chips.PaceWay way : ways) {
                JmrtdTerminal terminal =
                        JmrtdTerminal.before(Chips.withPace(ways)).openWithCan(way);
                assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
            }
        }

        @Test
        void saysNoToAWrongCan() {
            assertThatThrownBy(() -> JmrtdTerminal.before(Chips.withPace(PACE))
                            .openWithPace(PACE, PACEKeySpec.createCANKey("654321")))
                    .isInstanceOf(CardServiceException.class)
                    .hasMessageContaining("6300");
        }
    }

    @Nested
    @DisplayName("ICAO 9303-11 §4.3 BAC and §9.8 secure messaging")
    class BasicAccess {
        @ParameterizedTest(name = "answers of at most {0} bytes")
        @ValueSource(ints = {112, 160, 256, 2048, 32_768})
        void readsAWholeFile(int largest) throws Exception {
            ChipSettings settings = ChipSettings.DEFAULT.withLargestAnswer(largest);
            JmrtdTerminal terminal =
                    JmrtdTerminal.before(Chips.withBac().with(settings)).openWithBac();
            assertThat(terminal.read(FileId.DG2)).isEqualTo(Chips.DG2);
        }
    }

    @Nested
    @DisplayName("ICAO 9303-11 §6.2 Chip Authentication")
    class ChipAuthenticated {
        @ParameterizedTest(name = "{0} on {1}, key identifier {2}")
        @CsvSource({
            "ECDH_3DES, secp256r1,",
            "ECDH_3DES, brainpoolP224r1, 5",
            "ECDH_AES_128, secp256r1,",
            "ECDH_AES_128, brainpoolP256r1, 1",
            "ECDH_AES_192, secp384r1, 300",
            "ECDH_AES_256, brainpoolP512r1, 7",
            "ECDH_AES_256, secp521r1,"
        })
        void goesOnUnderTheNewKeys(ChipAuthenticationSuite suite, String curve, Integer keyId) throws Exception {
            KeyPair keys = Chips.ellipticKeys(curve);
            ChipContents contents = Chips.with(
                    Chips.withPace(PACE),
                    new ChipAuthenticationKey(Optional.ofNullable(keyId), suite, Chips.pkcs8(keys)));
            JmrtdTerminal terminal = JmrtdTerminal.before(contents).openWithCan(PACE);
            BigInteger id = keyId == null ? null : BigInteger.valueOf(keyId);
            terminal.service().doEACCA(id, suite.oid(), "0.4.0.127.0.7.2.2.1.2", keys.getPublic());
            assertThat(terminal.read(FileId.COM)).isEqualTo(Chips.COM);
        }

        @Test
        void leavesATerminalThatUsedAnotherKeyBehind() throws Exception {
            ChipContents copy = Chips.with(
                    Chips.withPace(PACE),
                    new ChipAuthenticationKey(
                            Optional.empty(),
                            ChipAuthenticationSuite.ECDH_AES_128,
                            Chips.pkcs8(Chips.ellipticKeys("secp256r1"))));
            JmrtdTerminal terminal = JmrtdTerminal.before(copy).openWithCan(PACE);
            KeyPair original = Chips.ellipticKeys("secp256r1");
            String oid = ChipAuthenticationSuite.ECDH_AES_128.oid();
            terminal.service().doEACCA(null, oid, "0.4.0.127.0.7.2.2.1.2", original.getPublic());
            assertThatThrownBy(() -> terminal.read(FileId.COM)).isInstanceOf(Exception.class);
        }
    }

    @Nested
    @DisplayName("ICAO 9303-11 §6.1 Active Authentication")
    class ActiveAuthenticated {
        @ParameterizedTest
        @EnumSource(
                value = ActiveAuthenticationKey.Signature.class,
                names = {"RSA_SHA1", "RSA_SHA224", "RSA_SHA256", "RSA_SHA384", "RSA_SHA512"})
        void signsWithMessageRecovery(ActiveAuthenticationKey.Signature form) throws Exception {
            KeyPair keys = Chips.rsaKeys(1536);
            Bytes signature = signature(form, keys);
            Digest digest = DigestFactory.getDigest(form.digest());
            boolean shortTrailer = form == ActiveAuthenticationKey.Signature.RSA_SHA1;
            ISO9796d2Signer verifier = new ISO9796d2Signer(new RSAEngine(), digest, shortTrailer);
            verifier.init(false, (RSAKeyParameters)
                    PublicKeyFactory.createKey(keys.getPublic().getEncoded()));
            verifier.updateWithRecoveredMessage(signature.toArray());
            verifier.update(CHALLENGE.toArray(), 0, CHALLENGE.length());
            assertThat(verifier.verifySignature(signature.toArray())).isTrue();
            assertThat(verifier.hasFullMessage()).isFalse();
        }

        @ParameterizedTest(name = "{0} on {1}")
        @CsvSource({"ECDSA_SHA256, secp256r1", "ECDSA_SHA1, brainpoolP224r1", "ECDSA_SHA512, secp521r1"})
        void signsWithEcdsaAsPlainNumbers(ActiveAuthenticationKey.Signature form, String curve) throws Exception {
            KeyPair keys = Chips.ellipticKeys(curve);
            byte[] plain = signature(form, keys).toArray();
            int half = plain.length / 2;
            DERSequence pair = new DERSequence(new ASN1Integer[] {
                new ASN1Integer(new BigInteger(1, plain, 0, half)),
                new ASN1Integer(new BigInteger(1, plain, half, half))
            });
            Signature verifier = Signature.getInstance("NONEwithECDSA", Chips.PROVIDER);
            verifier.initVerify(keys.getPublic());
            verifier.update(MessageDigest.getInstance(form.digest()).digest(CHALLENGE.toArray()));
            assertThat(verifier.verify(pair.getEncoded("DER"))).isTrue();
        }

        private Bytes signature(ActiveAuthenticationKey.Signature form, KeyPair keys) throws Exception {
            ChipContents contents = Chips.with(Chips.withBac(), new ActiveAuthenticationKey(form, Chips.pkcs8(keys)));
            JmrtdTerminal terminal = JmrtdTerminal.before(contents).openWithBac();
            return Bytes.of(terminal.service()
                    .doAA(keys.getPublic(), form.digest(), "unused", CHALLENGE.toArray())
                    .getResponse());
        }
    }
}
