package fr.tessere.keycloak.token;

import fr.tessere.journal.keys.CurveSignature;
import org.keycloak.crypto.ES256SignatureProviderFactory;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own ES256: of two with one id Keycloak takes the one that is not its own. */
public final class CurveSignatureProviderFactory extends ES256SignatureProviderFactory {
    @Override
    public SignatureProvider create(KeycloakSession session) {
        return new CurveSignatureProvider(session, CurveSignature.ofThisServer());
    }
}
