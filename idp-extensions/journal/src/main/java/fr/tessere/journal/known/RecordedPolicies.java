package fr.tessere.journal.known;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;

/** Keycloak's own rules for services; an administrator's change of them is an entry in the transaction that makes it. */
final class RecordedPolicies extends DefaultClientPolicyManager {
    private final KeycloakSession session;

    RecordedPolicies(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void updateClientPolicies(RealmModel realm, ClientPoliciesRepresentation policies)
            throws ClientPolicyException {
        super.updateClientPolicies(realm, policies);
        record(realm);
    }

    @Override
    public void updateClientProfiles(RealmModel realm, ClientProfilesRepresentation profiles)
            throws ClientPolicyException {
        super.updateClientProfiles(realm, profiles);
        record(realm);
    }

    /** A realm at which nobody has looked yet is looked at by the clock. */
    private void record(RealmModel realm) {
        Known known = new Known(session, realm.getId(), Subject.CLIENT_POLICIES);
        Map<String, String> before = known.facts();
        if (!before.isEmpty()) {
            known.record(before, Facts.ofPolicies(realm), administrator());
        }
    }

    /** Whose token came with the request. */
    private Optional<String> administrator() {
        return Optional.ofNullable(session.getContext().getUser()).map(UserModel::getId);
    }
}
