package fr.tessere.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.ClientSignatureVerifierProviderFactory;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureException;
import org.keycloak.crypto.SignatureProviderFactory;
import org.keycloak.models.KeycloakSession;

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

        @Test
        void aKeyForAnotherAlgorithm() throws Exception {
            KeyWrapper wrapped = wrapped(key("secp256r1"));
            wrapped.setAlgorithm(Algorithm.ES384);
            CurveSignatureProvider provider = new CurveSignatureProvider(session(), CURVE);

            assertThatThrownBy(() -> provider.verifier(wrapped)).isInstanceOf(VerificationException.class);
            assertThatThrownBy(() -> provider.signer(wrapped)).isInstanceOf(SignatureException.class);
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
                assertThat(keys.of(key.getPublic()).getEncoded())
                        .isEqualTo(key.getPublic().getEncoded());
                assertThat(keys.of(key.getPrivate()))
                        .as("translated once")
                        .isSameAs(keys.of(key.getPrivate()))
                        .isNotSameAs(key.getPrivate());
                assertThat(CURVE.verify(keys.of(key.getPublic()), MESSAGE, CURVE.sign(key.getPrivate(), MESSAGE)))
                        .isTrue();
            }
        }

        @Test
        void withItselfThroughKeycloaksInterface() throws Exception {
            KeyWrapper wrapped = wrapped(key("secp256r1"));
            CurveSignatureProvider provider = new CurveSignatureProvider(session(), CURVE);
            byte[] signature = provider.signer(wrapped).sign(MESSAGE);

            assertThat(signature).hasSize(LENGTH);
            assertThat(provider.verifier(wrapped).verify(MESSAGE, signature)).isTrue();
            assertThatThrownBy(() -> provider.verifier(wrapped).verify(MESSAGE, new byte[LENGTH + 1]))
                    .isInstanceOf(VerificationException.class);
        }
    }

    @Test
    void takesThePlaceOfKeycloaksOwn() {
        assertThat(ServiceLoader.load(SignatureProviderFactory.class))
                .filteredOn(factory -> factory.getId().equals(Algorithm.ES256))
                .hasAtLeastOneElementOfType(CurveSignatureProviderFactory.class);
        assertThat(ServiceLoader.load(ClientSignatureVerifierProviderFactory.class))
                .filteredOn(factory -> factory.getId().equals(Algorithm.ES256))
                .hasAtLeastOneElementOfType(ServiceSignatureProviderFactory.class);
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

    private static KeyWrapper wrapped(KeyPair pair) {
        KeyWrapper key = new KeyWrapper();
        key.setKid("1");
        key.setType(KeyType.EC);
        key.setUse(KeyUse.SIG);
        key.setAlgorithm(Algorithm.ES256);
        key.setPublicKey(pair.getPublic());
        key.setPrivateKey(pair.getPrivate());
        return key;
    }

    /** None is asked for when the key is given. */
    private static KeycloakSession session() {
        return (KeycloakSession) java.lang.reflect.Proxy.newProxyInstance(
                KeycloakSession.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
