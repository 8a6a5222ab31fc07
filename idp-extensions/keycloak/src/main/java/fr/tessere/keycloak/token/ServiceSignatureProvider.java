package fr.tessere.keycloak.token;

import fr.tessere.journal.keys.CurveSignature;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.ClientSignatureVerifierProvider;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureVerifierContext;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.keys.loader.PublicKeyStorageManager;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** ES256 of services: their assertions at the token endpoint (RFC 7523) and their request objects (RFC 9101). */
final class ServiceSignatureProvider implements ClientSignatureVerifierProvider {
    private final KeycloakSession session;
    private final CurveSignature curve;

    ServiceSignatureProvider(KeycloakSession session, CurveSignature curve) {
        this.session = session;
        this.curve = curve;
    }

    @Override
    public SignatureVerifierContext verifier(ClientModel client, JWSInput input) throws VerificationException {
        KeyWrapper key = PublicKeyStorageManager.getClientPublicKeyWrapper(session, client, input);
        if (key == null) {
            throw new VerificationException("Key not found");
        }
        requireCurveKey(key, input);
        return new CurveVerifier(key, curve);
    }

    /** A key that names no algorithm takes that of the message, which Keycloak has compared with the client's before. */
    private static void requireCurveKey(KeyWrapper key, JWSInput input) throws VerificationException {
        String algorithm = input.getHeader().getRawAlgorithm();
        if (!KeyType.EC.equals(key.getType())) {
            throw new VerificationException("Key Type is not EC: " + key.getType());
        }
        if (key.getAlgorithm() == null) {
            key.setAlgorithm(algorithm);
        }
        if (!Algorithm.ES256.equals(algorithm) || !algorithm.equals(key.getAlgorithm())) {
            throw new VerificationException("the key is for " + key.getAlgorithm() + ", the message for " + algorithm);
        }
    }

    @Override
    public String getAlgorithm() {
        return Algorithm.ES256;
    }

    @Override
    public boolean isAsymmetricAlgorithm() {
        return true;
    }
}
