package fr.tessere.keycloak.login;

import fr.tessere.keycloak.settings.ServiceProfile;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Ends the session once a federation hub has fetched the person: the hub keeps its own session, and the next sign-in
 * through it is a new one. Keycloak tells its listeners after the answer of userinfo is made, and in its transaction.
 */
final class SessionAfterUse implements EventListenerProvider {
    private final KeycloakSession session;

    SessionAfterUse(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() != EventType.USER_INFO_REQUEST || event.getError() != null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        ClientModel client = realm.getClientByClientId(event.getClientId());
        if (client != null && ServiceProfile.of(client) == ServiceProfile.FEDERATION_HUB) {
            UserSessionModel used = session.sessions().getUserSession(realm, event.getSessionId());
            if (used != null) {
                session.sessions().removeUserSession(realm, used);
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
