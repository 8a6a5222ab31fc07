package fr.tessere.keycloak.token;

import fr.tessere.journal.keys.CurveSignature;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.AsymmetricSignatureVerifierContext;
import org.keycloak.crypto.KeyWrapper;

/** Verifies with one key, of the realm or of a service. */
final class CurveVerifier extends AsymmetricSignatureVerifierContext {
    private final PublicKey key;
    private final CurveSignature curve;

    CurveVerifier(KeyWrapper key, CurveSignature curve) {
        super(key);
        this.curve = curve;
        this.key = (PublicKey) key.getPublicKey();
    }

    @Override
    public boolean verify(byte[] data, byte[] signature) throws VerificationException {
        try {
            return curve.verify(key, data, signature);
        } catch (GeneralSecurityException malformed) {
            throw new VerificationException("Verification failed", malformed);
        }
    }
}
