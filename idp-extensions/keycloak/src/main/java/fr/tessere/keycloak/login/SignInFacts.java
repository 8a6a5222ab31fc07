package fr.tessere.keycloak.login;

import fr.tessere.journal.record.Details;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What was proven in a sign-in, for its events. Keycloak begins another event with each request, and pages may stand between
 * the proof and the end.
 */
public final class SignInFacts {
    /** Notes of the authentication session, by name of the detail. */
    private static final String NOTE = "tessere.fact.";

    private SignInFacts() {}

    /** From now on its events say this too; by name of the detail. */
    static void keep(AuthenticationFlowContext context, Map<String, String> facts) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        facts.forEach((name, value) -> browser.setAuthNote(NOTE + name, value));
        tell(context.getEvent(), browser);
    }

    /** Tells an event what was proven in this sign-in, if anything was. */
    public static void tell(EventBuilder event, AuthenticationSessionModel browser) {
        Details.ALL.forEach(name ->
                Optional.ofNullable(browser.getAuthNote(NOTE + name)).ifPresent(value -> event.detail(name, value)));
    }

    /**
     * The person agreed that a service receives these claims, by their names: an event of its own. It is made of a copy, since
     * the sign-in goes on under its own event.
     */
    public static void agreed(EventBuilder signIn, Set<String> claims) {
        signIn.clone()
                .event(EventType.GRANT_CONSENT)
                .detail(Details.CLAIMS, String.join(" ", claims))
                .success();
    }
}
