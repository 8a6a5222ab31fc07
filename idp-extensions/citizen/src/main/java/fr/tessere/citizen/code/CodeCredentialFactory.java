package fr.tessere.citizen.code;

import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** The personal code as Keycloak finds it: {@code tessere-code}. */
public final class CodeCredentialFactory implements CredentialProviderFactory<CodeCredential> {
    @Override
    public CredentialProvider<?> create(KeycloakSession session) {
        return new CodeCredential(session);
    }

    @Override
    public String getId() {
        return CodeCredential.TYPE;
    }
}
