package fr.tessere.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.journal.keys.CurveSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ServiceLoader;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
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

@DisplayName("RFC 7518 §3.4 ES256 through Keycloak's interface")
class CurveSignatureProviderTest {
    private static final byte[] MESSAGE = "header.claims".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 64;
    private static final CurveSignature CURVE = new CurveSignature(new BouncyCastleProvider());

    @Test
    void refusesAKeyForAnotherAlgorithm() throws Exception {
        KeyWrapper wrapped = wrapped(key("secp256r1"));
        wrapped.setAlgorithm(Algorithm.ES384);
        CurveSignatureProvider provider = new CurveSignatureProvider(session(), CURVE);

        assertThatThrownBy(() -> provider.verifier(wrapped)).isInstanceOf(VerificationException.class);
        assertThatThrownBy(() -> provider.signer(wrapped)).isInstanceOf(SignatureException.class);
    }

    @Test
    void agreesWithItself() throws Exception {
        KeyWrapper wrapped = wrapped(key("secp256r1"));
        CurveSignatureProvider provider = new CurveSignatureProvider(session(), CURVE);
        byte[] signature = provider.signer(wrapped).sign(MESSAGE);

        assertThat(signature).hasSize(LENGTH);
        assertThat(provider.verifier(wrapped).verify(MESSAGE, signature)).isTrue();
        assertThatThrownBy(() -> provider.verifier(wrapped).verify(MESSAGE, new byte[LENGTH + 1]))
                .isInstanceOf(VerificationException.class);
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
