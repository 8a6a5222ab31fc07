package fr.tessere.journal.known;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

/** Stands in front of Keycloak's own. */
public final class RecordedPoliciesFactory extends DefaultClientPolicyManagerFactory {
    @Override
    public ClientPolicyManager create(KeycloakSession session) {
        return new RecordedPolicies(session);
    }

    @Override
    public String getId() {
        return "tessere";
    }

    /** Keycloak takes the highest; its own has 0. */
    @Override
    public int order() {
        return 10;
    }
}
