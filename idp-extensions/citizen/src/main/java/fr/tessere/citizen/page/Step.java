package fr.tessere.citizen.page;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What our steps have in common: they read forms, ask nothing of an account beforehand, and hold nothing open. */
public abstract class Step implements Authenticator {

    /** The field of the form that was sent, without the spaces around it; empty if it is not there. */
    public static String field(AuthenticationFlowContext context, String name) {
        String value = context.getHttpRequest().getDecodedFormParameters().getFirst(name);
        return value == null ? "" : value.strip();
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    /** Always: what an account lacks is said by the step itself. */
    @Override
    public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public final void close() {}
}
