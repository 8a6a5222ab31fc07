package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.journal.record.Details;
import fr.tessere.keycloak.login.Reception;
import java.time.Instant;
import java.util.Map;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Writes each sign-in of a citizen at a service into the citizen's own history, in the transaction that signs in. */
final class HistoryListener implements EventListenerProvider {
    private final KeycloakSession session;

    HistoryListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        AuthenticationSessionModel browser = session.getContext().getAuthenticationSession();
        if (event.getType() == EventType.LOGIN
                && browser != null
                && event.getClientId() != null
                && !event.getClientId().equals(IdentityDoor.CLIENT)
                && isCitizen(event.getUserId())) {
            Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
            History.of(session)
                    .add(
                            event.getUserId(),
                            new SignedInLine(
                                    KeycloakModelUtils.generateId(),
                                    Instant.ofEpochMilli(event.getTime()),
                                    event.getClientId(),
                                    details.getOrDefault(Details.LEVEL, ""),
                                    details.getOrDefault(Details.DOCUMENT, ""),
                                    details.getOrDefault(Details.CHANNEL, ""),
                                    Reception.of(session).claims(browser),
                                    details.getOrDefault(Details.RECEIPT, "")));
        }
    }

    private boolean isCitizen(@org.jspecify.annotations.Nullable String account) {
        UserModel user = account == null
                ? null
                : session.users().getUserById(session.getContext().getRealm(), account);
        return user != null && Accounts.of(session).agreed(user).isPresent();
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
