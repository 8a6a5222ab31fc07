package fr.tessere.journal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 7518 §3.4 ES256")
class CurveSignatureTest {
    private static final byte[] MESSAGE = "header.claims".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 64;
    private static final CurveSignature CURVE = new CurveSignature(new BouncyCastleProvider());

    @Nested
    class Refuses {
        @Test
        void anotherMessageAnotherKeyAndEveryFlippedBit() throws Exception {
            KeyPair key = key("secp256r1");
            byte[] signature = CURVE.sign(key.getPrivate(), MESSAGE);

            assertThat(CURVE.verify(key.getPublic(), "header.claimz".getBytes(StandardCharsets.US_ASCII), signature))
                    .isFalse();
            assertThat(CURVE.verify(key("secp256r1").getPublic(), MESSAGE, signature))
                    .isFalse();
            for (int bit = 0; bit < LENGTH * 8; bit += 31) {
                byte[] changed = signature.clone();
                changed[bit / 8] ^= (byte) (1 << (bit % 8));
                assertThat(holds(key.getPublic(), changed)).as("bit %d", bit).isFalse();
            }
        }

        @Test
        void zerosAndOtherLengths() throws Exception {
            PublicKey key = key("secp256r1").getPublic();
            for (int length : new int[] {0, 1, 63, 65, 96, 4096}) {
                assertThat(holds(key, new byte[length])).as("%d bytes", length).isFalse();
            }
            assertThat(holds(key, new byte[LENGTH])).isFalse();
        }

        @Test
        void aKeyOnAnotherCurve() throws Exception {
            KeyPair key = key("secp384r1");
            byte[] cut = Arrays.copyOf(CURVE.sign(key.getPrivate(), MESSAGE), LENGTH);

            assertThat(holds(key.getPublic(), cut)).isFalse();
        }
    }

    @Nested
    class Agrees {
        @Test
        void withTheJdkInBothDirections() throws Exception {
            KeyPair key = key("secp256r1");
            Signature jdk = Signature.getInstance("SHA256withECDSAinP1363Format", "SunEC");
            jdk.initVerify(key.getPublic());
            jdk.update(MESSAGE);
            assertThat(jdk.verify(CURVE.sign(key.getPrivate(), MESSAGE))).isTrue();

            jdk.initSign(key.getPrivate());
            jdk.update(MESSAGE);
            assertThat(CURVE.verify(key.getPublic(), MESSAGE, jdk.sign())).isTrue();
        }

        @Test
        void withEachOfManyKeysWhoeverMadeThem() throws Exception {
            CurveKeys keys = new CurveKeys(new BouncyCastleProvider());
            for (int i = 0; i < 20; i++) {
                KeyPair key = key("secp256r1");
                assertThat(((ECPublicKey) keys.of(key.getPublic())).getW())
                        .isEqualTo(((ECPublicKey) key.getPublic()).getW());
                assertThat(keys.of(key.getPrivate()))
                        .as("translated once")
                        .isSameAs(keys.of(key.getPrivate()))
                        .isNotSameAs(key.getPrivate());
                assertThat(CURVE.verify(keys.of(key.getPublic()), MESSAGE, CURVE.sign(key.getPrivate(), MESSAGE)))
                        .isTrue();
            }
        }
    }

    private static boolean holds(PublicKey key, byte[] signature) {
        try {
            return CURVE.verify(key, MESSAGE, signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static KeyPair key(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
