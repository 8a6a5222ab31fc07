package fr.tessere.verification.authenticity;

import static fr.tessere.protocol.reading.RefusalCode.CHIP_KEY_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.CHIP_KEY_WEAK;
import static fr.tessere.verification.authenticity.Infos.CA_DH_3DES;
import static fr.tessere.verification.authenticity.Infos.CA_DH_AES_128;
import static fr.tessere.verification.authenticity.Infos.CA_ECDH_AES_128;
import static fr.tessere.verification.authenticity.Infos.DH_KEY;
import static fr.tessere.verification.authenticity.Infos.ECDH_KEY;
import static fr.tessere.verification.authenticity.PrimeFieldKeys.DSA;
import static fr.tessere.verification.authenticity.PrimeFieldKeys.number;
import static fr.tessere.verification.authenticity.PrimeFieldKeys.pkcs3;
import static fr.tessere.verification.authenticity.PrimeFieldKeys.x942;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chip Authentication with DH, ICAO 9303-11 §6.2 and §9.4.2: TR-03105-5.1 ISO7816_D_01, D_07, D_11. */
class PrimeFieldKeyTest {
    private static final BigInteger SECRET = new BigInteger("123456789012345678901234567890123456789");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DHParameters SAFE = DHStandardGroups.rfc3526_2048;

    @Nested
    @DisplayName("RFC 5114: the groups of the standard")
    class Standardized {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void haveAPrimeOrder(int id) throws Exception {
            PrimeFieldGroup group = groupOf(id);
            assertThat(group.prime().isProbablePrime(40)).isTrue();
            assertThat(group.order().isProbablePrime(40)).isTrue();
            assertThat(group.prime().bitLength()).isEqualTo(2048);
            assertThat(group.order().bitLength()).isEqualTo(id == 1 ? 224 : 256);
            assertThat(group.contains(group.generator())).isTrue();
        }

        @Test
        void of1024BitsIsRefused() {
            assertThat(codeOf(Infos.standardized(0, number(BigInteger.TWO)))).isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void isKnownByItsExplicitParametersToo() throws Exception {
            PrimeFieldGroup group = groupOf(2);
            BigInteger key = group.generator().modPow(SECRET, group.prime());
            assertThat(best(pkcs3(group.prime(), group.generator(), key)).key().title())
                    .isEqualTo("DH RFC 5114 2048-256");
            assertThat(best(x942(group.prime(), group.generator(), group.order(), key))
                            .key()
                            .title())
                    .isEqualTo("DH RFC 5114 2048-256");
        }

        @Test
        void withAnotherGeneratorIsRefused() throws Exception {
            PrimeFieldGroup group = groupOf(2);
            BigInteger other = group.generator().modPow(BigInteger.TWO, group.prime());
            assertThat(codeOf(x942(group.prime(), other, group.order(), other))).isEqualTo(CHIP_KEY_WEAK);
        }
    }

    @Nested
    @DisplayName("Parameters that nobody has studied")
    class Explicit {
        private final PrimeFieldGroup known = groupOf(1);
        private final BigInteger prime = known.prime();

        @Test
        void ofASafePrimeAreAccepted() throws RefusedException {
            BigInteger key = SAFE.getG().modPow(SECRET, SAFE.getP());
            assertThat(best(pkcs3(SAFE.getP(), SAFE.getG(), key)).key().title()).isEqualTo("DH RFC 3526 2048");
        }

        @Test
        void withACompositeModulusAreRefused() {
            BigInteger composite = prime.subtract(BigInteger.TWO.multiply(known.order()));
            BigInteger generator = BigInteger.TWO;
            assertThat(codeOf(x942(composite, generator, known.order(), generator)))
                    .isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void withoutOrderThatLeaveItOpenAreRefused() {
            // p is prime, (p - 1) / 2 is not, and nothing says which subgroup is meant
            assertThat(codeOf(pkcs3(DSA.getP(), DSA.getG(), DSA.getG()))).isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void withASmallOrderAreRefused() {
            assertThat(codeOf(x942(DSA.getP(), BigInteger.TWO, BigInteger.TWO, BigInteger.TWO)))
                    .isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void withAPrimeOrderAreAccepted() throws RefusedException {
            BigInteger key = DSA.getG().modPow(SECRET, DSA.getP());
            assertThat(best(x942(DSA.getP(), DSA.getG(), DSA.getQ(), key)).key().title())
                    .matches("DH 2048-2(24|56)");
        }

        @Test
        void withAGeneratorOfAnotherOrderAreRefused() {
            assertThat(codeOf(x942(DSA.getP(), BigInteger.TWO, DSA.getQ(), DSA.getG())))
                    .isEqualTo(CHIP_KEY_WEAK);
            assertThat(codeOf(x942(DSA.getP(), BigInteger.ONE, DSA.getQ(), DSA.getG())))
                    .isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void withAnOrderThatIsNotPrimeOrDoesNotDivideAreRefused() {
            assertThat(codeOf(x942(DSA.getP(), DSA.getG(), DSA.getQ().multiply(BigInteger.TWO), DSA.getG())))
                    .isEqualTo(CHIP_KEY_WEAK);
            assertThat(codeOf(x942(DSA.getP(), DSA.getG(), DSA.getQ().add(BigInteger.TWO), DSA.getG())))
                    .isEqualTo(CHIP_KEY_WEAK);
        }

        @ParameterizedTest
        @ValueSource(ints = {512, 1024, 2047})
        void withAShortPrimeAreRefused(int bits) {
            BigInteger small = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
            assertThat(codeOf(pkcs3(small, BigInteger.TWO, BigInteger.TEN))).isEqualTo(CHIP_KEY_WEAK);
        }

        @Test
        void withAHugePrimeAreRefusedBeforeAnyWork() {
            BigInteger huge = BigInteger.ONE.shiftLeft(16_000).add(BigInteger.ONE);
            assertThat(codeOf(pkcs3(huge, BigInteger.TWO, BigInteger.TEN))).isEqualTo(CHIP_KEY_MALFORMED);
        }

        @Test
        void thatAreNegativeAreRefused() {
            assertThat(codeOf(pkcs3(prime.negate(), BigInteger.TWO, BigInteger.TEN)))
                    .isEqualTo(CHIP_KEY_WEAK);
        }
    }

    @Nested
    @DisplayName("The public key")
    class PublicKey {
        private final PrimeFieldGroup group = groupOf(2);

        @Test
        void outOfRangeIsRefused() {
            for (BigInteger number : new BigInteger[] {
                BigInteger.ZERO,
                BigInteger.ONE,
                BigInteger.ONE.negate(),
                group.prime().subtract(BigInteger.ONE),
                group.prime(),
                group.prime().add(BigInteger.TWO)
            }) {
                assertThat(codeOf(Infos.standardized(2, number(number)))).isEqualTo(CHIP_KEY_MALFORMED);
            }
        }

        @Test
        void ofASmallSubgroupIsRefused() {
            // an element whose order divides the cofactor, not q
            BigInteger small =
                    BigInteger.valueOf(3).modPow(group.order(), group.prime()).modPow(BigInteger.TWO, group.prime());
            assertThat(codeOf(Infos.standardized(2, number(small)))).isEqualTo(CHIP_KEY_MALFORMED);
        }

        @Test
        void thatIsNoNumberIsRefused() {
            assertThat(codeOf(Infos.standardized(2, new byte[] {4, 1, 2}))).isEqualTo(CHIP_KEY_MALFORMED);
            assertThat(codeOf(Infos.standardized(2, new byte[0]))).isEqualTo(CHIP_KEY_MALFORMED);
        }
    }

    @Nested
    @DisplayName("The agreement")
    class TheAgreement {
        private final PrimeFieldGroup group = groupOf(2);
        private final SubjectPublicKeyInfo key =
                Infos.standardized(2, number(group.generator().modPow(SECRET, group.prime())));

        @Test
        void givesTheChipTheSameKeysWithAes() throws Exception {
            ChipAuthentication session = ChipAuthentication.begin(
                    new Infos().with(CA_DH_AES_128, 1).withKey(DH_KEY, key).parse(), RANDOM);
            CommandApdu agree = command(session, 1);
            assertThat(agree.ins()).isEqualTo(0x86);
            Bytes sent = StrictTlv.parse(0x7C, agree.data()).children().get(0).value();
            assertThat(sent.length()).isLessThanOrEqualTo(256);
            assertThat(session.state().slice(2, 34)).isEqualTo(chipsKeys(sent));
        }

        @Test
        void givesTheChipTheSameKeysWithTripleDes() throws Exception {
            ChipAuthentication session = ChipAuthentication.begin(
                    new Infos().with(CA_DH_3DES, 1).withKey(DH_KEY, key).parse(), RANDOM);
            CommandApdu agree = command(session, 0);
            assertThat(agree.ins() << 16 | agree.p1() << 8 | agree.p2()).isEqualTo(0x2241A6);
            Bytes sent = StrictTlv.parseAll(agree.data()).get(0).value();
            assertThat(session.state().slice(2, 34)).isEqualTo(chipsKeys(sent));
        }

        @Test
        @DisplayName("§9.4.1: the server's public key has no zeros in front, the secret is as long as the prime")
        void sendsNoZerosInFront() throws Exception {
            BigInteger small = BigInteger.ONE;
            while (power(small).bitLength() > 2040) {
                small = small.add(BigInteger.ONE);
            }
            Agreement agreement = new PrimeFieldKey(group, group.generator()).agree(drawing(small));
            assertThat(agreement.publicKey()).isEqualTo(Bytes.of(BigIntegers.asUnsignedByteArray(power(small))));
            assertThat(agreement.publicKey().length()).isLessThan(256);
            assertThat(agreement.secret()).isEqualTo(Bytes.of(BigIntegers.asUnsignedByteArray(256, power(small))));
        }

        private BigInteger power(BigInteger exponent) {
            return group.generator().modPow(exponent, group.prime());
        }

        private static SecureRandom drawing(BigInteger number) {
            return new SecureRandom() {
                private static final long serialVersionUID = 1L;

                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(BigIntegers.asUnsignedByteArray(bytes.length, number), 0, bytes, 0, bytes.length);
                }
            };
        }

        @Test
        void usesAnotherKeyOfTheServerEachTime() throws Exception {
            var infos = new Infos().with(CA_DH_AES_128, 1).withKey(DH_KEY, key).parse();
            assertThat(command(ChipAuthentication.begin(infos, RANDOM), 1))
                    .isNotEqualTo(command(ChipAuthentication.begin(infos, RANDOM), 1));
        }

        @Test
        void isPreferredOnACurveOfEqualSuite() throws Exception {
            ChipKey chip = ChipKey.best(new Infos()
                    .with(CA_DH_AES_128, 1, 1)
                    .with(CA_ECDH_AES_128, 1, 2)
                    .withKey(DH_KEY, key, 1)
                    .withKey(ECDH_KEY, Infos.onCurve("P-256", 7), 2)
                    .parse());
            assertThat(chip.key().isElliptic()).isTrue();
        }

        private Bytes chipsKeys(Bytes serverKey) {
            BigInteger shared = new BigInteger(1, serverKey.toArray()).modPow(SECRET, group.prime());
            byte[] secret = BigIntegers.asUnsignedByteArray(256, shared);
            byte[] encryption = DigestAlgorithm.SHA1.digest(secret, new byte[] {0, 0, 0, 1});
            byte[] mac = DigestAlgorithm.SHA1.digest(secret, new byte[] {0, 0, 0, 2});
            return Bytes.concat(Bytes.of(Arrays.copyOf(encryption, 16)), Bytes.of(Arrays.copyOf(mac, 16)));
        }

        private static CommandApdu command(ChipAuthentication session, int index) {
            ReadPlan plan = new ReadPlan(Map.of(FileId.DG1, 90), 200);
            return CommandApdu.parse(session.script(plan, 256).get(index).apdu());
        }
    }

    private static PrimeFieldGroup groupOf(int id) {
        try {
            return PrimeFieldGroup.of(Infos.standardized(id, new byte[] {1}).getAlgorithm());
        } catch (RefusedException refused) {
            throw new AssertionError(refused.detail(), refused);
        }
    }

    private static ChipKey best(SubjectPublicKeyInfo key) throws RefusedException {
        return ChipKey.best(
                new Infos().with(CA_DH_AES_128, 1).withKey(DH_KEY, key).parse());
    }

    private static RefusalCode codeOf(SubjectPublicKeyInfo key) {
        return catchThrowableOfType(RefusedException.class, () -> best(key)).code();
    }
}
