package fr.tessere.keycloak.token;

import fr.tessere.journal.keys.CurveSignature;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureException;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureSignerContext;
import org.keycloak.crypto.SignatureVerifierContext;
import org.keycloak.models.KeycloakSession;

/** ES256 with the realm's keys, or with a key that is given. */
final class CurveSignatureProvider implements SignatureProvider {
    private final KeycloakSession session;
    private final CurveSignature curve;

    CurveSignatureProvider(KeycloakSession session, CurveSignature curve) {
        this.session = session;
        this.curve = curve;
    }

    @Override
    public SignatureSignerContext signer() {
        KeyWrapper key = session.keys().getActiveKey(session.getContext().getRealm(), KeyUse.SIG, Algorithm.ES256);
        if (key == null) {
            throw new SignatureException("the realm has no active key for ES256");
        }
        return new CurveSigner(key, curve);
    }

    @Override
    public SignatureSignerContext signer(KeyWrapper key) {
        SignatureProvider.checkKeyForSignature(key, Algorithm.ES256, KeyType.EC);
        return new CurveSigner(key, curve);
    }

    @Override
    public SignatureVerifierContext verifier(String kid) throws VerificationException {
        KeyWrapper key = session.keys().getKey(session.getContext().getRealm(), kid, KeyUse.SIG, Algorithm.ES256);
        if (key == null) {
            throw new VerificationException("Key not found");
        }
        return new CurveVerifier(key, curve);
    }

    @Override
    public SignatureVerifierContext verifier(KeyWrapper key) throws VerificationException {
        SignatureProvider.checkKeyForVerification(key, Algorithm.ES256, KeyType.EC);
        return new CurveVerifier(key, curve);
    }

    @Override
    public boolean isAsymmetricAlgorithm() {
        return true;
    }
}
