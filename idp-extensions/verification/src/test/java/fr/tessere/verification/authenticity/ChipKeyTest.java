package fr.tessere.verification.authenticity;

import static fr.tessere.protocol.reading.RefusalCode.CHIP_ALGORITHM;
import static fr.tessere.protocol.reading.RefusalCode.CHIP_KEY_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.CHIP_KEY_WEAK;
import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_MALFORMED;
import static fr.tessere.verification.authenticity.Infos.BSI;
import static fr.tessere.verification.authenticity.Infos.CA_DH_AES_128;
import static fr.tessere.verification.authenticity.Infos.CA_ECDH_3DES;
import static fr.tessere.verification.authenticity.Infos.CA_ECDH_AES_128;
import static fr.tessere.verification.authenticity.Infos.CA_ECDH_AES_256;
import static fr.tessere.verification.authenticity.Infos.ECDH_KEY;
import static fr.tessere.verification.authenticity.Infos.explicit;
import static fr.tessere.verification.authenticity.Infos.onCurve;
import static fr.tessere.verification.authenticity.Infos.standardized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.SecurityInfos;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key and protocol of DG14 are used, and which are refused: TR-03105-5.1 ISO7816_D and LDS_F. */
class ChipKeyTest {
    private static final SubjectPublicKeyInfo P256 = onCurve("P-256", 7);
    private static final SubjectPublicKeyInfo P384 = onCurve("P-384", 7);

    @Nested
    @DisplayName("ICAO 9303-11 §6.2.4: key identifiers, ISO7816_D_03 to D_06, D_13")
    class KeyIdentifiers {
        @Test
        void oneKeyNeedsNone() throws RefusedException {
            ChipKey chip = best(new Infos().with(CA_ECDH_AES_128, 1).withKey(ECDH_KEY, P256));
            assertThat(chip.suite()).isEqualTo(ChipSuite.AES_128);
            assertThat(chip.keyId()).isEmpty();
        }

        @Test
        void oneKeyMayHaveOne() throws RefusedException {
            assertThat(best(new Infos().with(CA_ECDH_AES_128, 1, 5).withKey(ECDH_KEY, P256, 5))
                            .keyId())
                    .contains(BigInteger.valueOf(5));
        }

        @Test
        void ofSeveralTheStrongestIsChosen() throws RefusedException {
            ChipKey chip = best(new Infos()
                    .with(CA_ECDH_3DES, 1, 1)
                    .with(CA_ECDH_AES_128, 1, 2)
                    .with(CA_ECDH_AES_128, 1, 3)
                    .withKey(ECDH_KEY, onCurve("P-521", 7), 1)
                    .withKey(ECDH_KEY, P256, 2)
                    .withKey(ECDH_KEY, P384, 3));
            assertThat(chip.keyId()).contains(BigInteger.valueOf(3));
            assertThat(chip.key().title()).isEqualTo("ECDH secp384r1");
        }

        @Test
        void ofSeveralProtocolsForOneKeyTheStrongestIsChosen() throws RefusedException {
            assertThat(best(new Infos()
                                    .with(CA_ECDH_3DES, 1)
                                    .with(CA_ECDH_AES_256, 1)
                                    .with(CA_ECDH_AES_128, 1)
                                    .withKey(ECDH_KEY, P256))
                            .suite())
                    .isEqualTo(ChipSuite.AES_256);
        }

        @Test
        void aKeyThatCannotBeUsedLeavesTheOthers() throws RefusedException {
            ChipKey chip = best(new Infos()
                    .with(CA_ECDH_AES_256, 1, 1)
                    .with(CA_ECDH_AES_128, 1, 2)
                    .withKey(ECDH_KEY, onCurve("P-192", 7), 1)
                    .withKey(ECDH_KEY, P256, 2));
            assertThat(chip.keyId()).contains(BigInteger.TWO);
        }

        @Test
        void aProtocolForAKeyThatIsNotThereIsRefused() {
            assertThat(codeOf(new Infos()
                            .with(CA_ECDH_AES_128, 1, 1)
                            .with(CA_ECDH_AES_256, 1, 9)
                            .withKey(ECDH_KEY, P256, 1)))
                    .isEqualTo(CHIP_KEY_MALFORMED);
            assertThat(codeOf(new Infos().with(CA_ECDH_AES_128, 1, 1).withKey(ECDH_KEY, P256)))
                    .isEqualTo(CHIP_KEY_MALFORMED);
        }

        @Test
        void twoKeysOfOneNameAreRefused() {
            assertThat(codeOf(new Infos()
                            .with(CA_ECDH_AES_128, 1, 1)
                            .withKey(ECDH_KEY, P256, 1)
                            .withKey(ECDH_KEY, P384, 1)))
                    .isEqualTo(CHIP_KEY_MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, Integer.MIN_VALUE})
        void aNegativeIdentifierIsRefused(int id) {
            assertThat(codeOf(new Infos().with(CA_ECDH_AES_128, 1).withKey(ECDH_KEY, P256, id)))
                    .isEqualTo(DATA_GROUP_MALFORMED);
        }
    }

    @Nested
    @DisplayName("ICAO 9303-11 §9.2.5: ChipAuthenticationInfo, LDS_F_04 to F_07")
    class Protocols {
        @Test
        void withoutAnyTheKeyIsForTripleDes() throws RefusedException {
            assertThat(best(new Infos().withKey(ECDH_KEY, P256)).suite()).isEqualTo(ChipSuite.TRIPLE_DES);
        }

        @ParameterizedTest
        @CsvSource({"3.2.5", "3.2.9", "3.3.2", "3.1.2"})
        void oneThatIsNotKnownOrNotForTheKeyIsRefused(String arcs) {
            assertThat(codeOf(new Infos().with(BSI + arcs, 1).withKey(ECDH_KEY, P256)))
                    .isEqualTo(CHIP_ALGORITHM);
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3})
        void theVersionsOfOtherApplicationsAreNoProtocolHere(int version) {
            assertThat(codeOf(new Infos().with(CA_ECDH_AES_128, version).withKey(ECDH_KEY, P256)))
                    .isEqualTo(CHIP_ALGORITHM);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 4, 10, Integer.MAX_VALUE})
        void anotherVersionIsRefused(int version) {
            assertThat(codeOf(new Infos().with(CA_ECDH_AES_128, version).withKey(ECDH_KEY, P256)))
                    .isEqualTo(DATA_GROUP_MALFORMED);
        }

        @Test
        void aMissingVersionIsRefused() {
            assertThat(codeOf(new Infos().with(CA_ECDH_AES_128).withKey(ECDH_KEY, P256)))
                    .isEqualTo(DATA_GROUP_MALFORMED);
        }

        @Test
        void aKeyOfAnUnknownKindIsRefused() {
            assertThat(codeOf(new Infos().with(CA_ECDH_AES_128, 1).withKey(BSI + "1.3", P256)))
                    .isEqualTo(CHIP_ALGORITHM);
        }

        @Test
        void anEntryWithoutObjectIdentifierIsRefused() {
            assertThat(codeOf(new Infos().with(CA_ECDH_AES_128, 1).with(new DERSequence(P256))))
                    .isEqualTo(DATA_GROUP_MALFORMED);
        }

        @Test
        void entriesOfOtherProtocolsArePassedOver() throws RefusedException {
            assertThat(best(new Infos()
                                    .with("0.4.0.127.0.7.2.2.2", 1)
                                    .with("1.2.3.4", 1)
                                    .with(CA_ECDH_AES_128, 1)
                                    .withKey(ECDH_KEY, P256))
                            .suite())
                    .isEqualTo(ChipSuite.AES_128);
        }

        @Test
        void aKeyForDhWithAKeyOnACurveIsRefused() {
            assertThat(codeOf(new Infos().with(CA_DH_AES_128, 1).withKey(Infos.DH_KEY, P256)))
                    .isEqualTo(CHIP_KEY_MALFORMED);
        }
    }

    @Nested
    @DisplayName("LDS_F_01 to F_03, LDS_I_01 to I_03: outer tag and length")
    class OuterLayer {
        @ParameterizedTest
        @CsvSource({"0, 6F", "0, 70", "1, 00", "1, 7F"})
        void aWrongOneIsRefused(int at, String value) {
            byte[] raw = new Infos()
                    .with(CA_ECDH_AES_128, 1)
                    .withKey(ECDH_KEY, P256)
                    .raw()
                    .toArray();
            raw[at] = (byte) Integer.parseInt(value, 16);
            assertThat(catchThrowableOfType(RefusedException.class, () -> SecurityInfos.parse(Bytes.of(raw)))
                            .code())
                    .isEqualTo(DATA_GROUP_MALFORMED);
        }
    }

    @Nested
    @DisplayName("ICAO 9303-11 §9.4: keys on curves, ISO7816_D_08, D_12")
    class Curves {
        private final X9ECParameters p256 = ECNamedCurveTable.getByName("P-256");
        private final byte[] point = p256.getG().multiply(BigInteger.TEN).getEncoded(false);

        @Test
        void explicitParametersEqualToAKnownCurveAreAccepted() throws RefusedException {
            assertThat(best(key(explicit(p256, point))).key().title()).isEqualTo("ECDH secp256r1");
        }

        @Test
        void standardizedParametersAreAccepted() throws RefusedException {
            assertThat(best(key(standardized(12, point))).key().title()).isEqualTo("ECDH secp256r1");
        }

        /** CVE-2020-0601: with a generator of one's own choice, a private key to any public key can be made up. */
        @Test
        void anotherGeneratorIsRefused() {
            X9ECParameters forged = new X9ECParameters(
                    p256.getCurve(),
                    new X9ECPoint(p256.getG().multiply(BigInteger.TWO), false),
                    p256.getN(),
                    BigInteger.ONE);
            assertThat(codeOf(key(explicit(forged, point)))).isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void anotherCofactorOrOrderIsRefused() {
            X9ECPoint generator = new X9ECPoint(p256.getG(), false);
            assertThat(codeOf(key(explicit(
                            new X9ECParameters(p256.getCurve(), generator, p256.getN(), BigInteger.TWO), point))))
                    .isEqualTo(CHIP_KEY_WEAK);
            assertThat(codeOf(key(explicit(
                            new X9ECParameters(
                                    p256.getCurve(), generator, p256.getN().subtract(BigInteger.TWO), BigInteger.ONE),
                            point))))
                    .isEqualTo(CHIP_KEY_WEAK);
        }

        @ParameterizedTest
        @ValueSource(strings = {"P-192", "brainpoolP192r1", "secp256k1", "B-283"})
        void aWeakOrUnknownCurveIsRefused(String curve) {
            assertThat(codeOf(key(onCurve(curve, 7)))).isEqualTo(CHIP_KEY_WEAK);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 7, 19, 31})
        void standardizedParametersOfNoCurveAreRefused(int id) {
            assertThat(codeOf(key(standardized(id, point)))).isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void aPointThatIsNotOnTheCurveIsRefused() {
            byte[] off = point.clone();
            off[40] ^= 1;
            assertThat(codeOf(key(named(off)))).isEqualTo(CHIP_KEY_MALFORMED);
        }

        @Test
        void infinityIsRefused() {
            assertThat(codeOf(key(named(new byte[] {0})))).isEqualTo(CHIP_KEY_MALFORMED);
            assertThat(codeOf(key(named(new byte[0])))).isEqualTo(CHIP_KEY_MALFORMED);
            byte[] zeros = new byte[65];
            zeros[0] = 4;
            assertThat(codeOf(key(named(zeros)))).isEqualTo(CHIP_KEY_MALFORMED);
        }

        @Test
        void anotherFormOfPointIsRefused() {
            byte[] compressed = p256.getG().getEncoded(true);
            byte[] hybrid = point.clone();
            hybrid[0] = (byte) (6 | hybrid[64] & 1);
            assertThat(codeOf(key(named(compressed)))).isEqualTo(CHIP_KEY_MALFORMED);
            assertThat(codeOf(key(named(hybrid)))).isEqualTo(CHIP_KEY_MALFORMED);
            assertThat(codeOf(key(named(Arrays.copyOf(point, 66))))).isEqualTo(CHIP_KEY_MALFORMED);
        }

        private SubjectPublicKeyInfo named(byte[] encoded) {
            return new SubjectPublicKeyInfo(P256.getAlgorithm(), encoded);
        }

        private static Infos key(SubjectPublicKeyInfo key) {
            return new Infos().with(CA_ECDH_AES_128, 1).withKey(ECDH_KEY, key);
        }
    }

    private static ChipKey best(Infos infos) throws RefusedException {
        return ChipKey.best(infos.parse());
    }

    private static RefusalCode codeOf(Infos infos) {
        return catchThrowableOfType(RefusedException.class, () -> best(infos)).code();
    }
}
