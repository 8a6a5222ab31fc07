package fr.tessere.keycloak.settings;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Encrypted answers as a rule of the realm's client profiles. */
public final class EncryptedAnswersExecutorFactory implements ClientPolicyExecutorProviderFactory {
    static final String ID = "tessere-encrypted-answers";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new EncryptedAnswersExecutor(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "ID token and userinfo are signed (ES256) and encrypted (RSA-OAEP-256 or ECDH-ES, A256GCM)";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
