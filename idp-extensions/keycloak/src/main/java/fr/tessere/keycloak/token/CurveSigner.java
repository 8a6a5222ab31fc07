package fr.tessere.keycloak.token;

import fr.tessere.journal.keys.CurveSignature;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.keycloak.crypto.AsymmetricSignatureSignerContext;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureException;

/** Signs with one of the realm's keys. */
final class CurveSigner extends AsymmetricSignatureSignerContext {
    private final CurveSignature curve;

    CurveSigner(KeyWrapper key, CurveSignature curve) {
        super(key);
        this.curve = curve;
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            return curve.sign((PrivateKey) key.getPrivateKey(), data);
        } catch (GeneralSecurityException accident) {
            throw new SignatureException("Signing failed", accident);
        }
    }
}
