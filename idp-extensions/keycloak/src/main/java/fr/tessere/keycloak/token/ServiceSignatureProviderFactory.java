package fr.tessere.keycloak.token;

import fr.tessere.journal.keys.CurveSignature;
import org.keycloak.crypto.ClientSignatureVerifierProvider;
import org.keycloak.crypto.ES256ClientSignatureVerifierProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own ES256 for services, as {@link CurveSignatureProviderFactory} does for the realm. */
public final class ServiceSignatureProviderFactory extends ES256ClientSignatureVerifierProviderFactory {
    @Override
    public ClientSignatureVerifierProvider create(KeycloakSession session) {
        return new ServiceSignatureProvider(session, CurveSignature.ofThisServer());
    }
}
