package fr.tessere.keycloak.login;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Takes the next steps of a sign-in in the request of a browser that came back, and saves it one way and the server one request. */
final class FlowGoesOn {
    private final KeycloakSession session;
    private final KeycloakContext context;

    FlowGoesOn(KeycloakSession session) {
        this.session = session;
        this.context = session.getContext();
    }

    /**
     * The way to the service, if nothing more is asked. A page that asks for something has an address of its own, where it can be loaded
     * anew: the return address is spent.
     */
    Response answer(AuthenticationSessionModel browser, NewCookie cookie) {
        ClientModel client = browser.getClient();
        String tab = browser.getTabId();
        Response answer = new LoginActionsService(session, event())
                .authenticate(
                        null,
                        null,
                        browser.getAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION),
                        client.getClientId(),
                        tab,
                        null);
        return isOver(client, tab)
                ? answer
                : Response.seeOther(page(browser))
                        .cookie(cookie)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    /** Of the step that asks now, which is another one than before. */
    private URI page(AuthenticationSessionModel browser) {
        return new AuthenticationFlowURLHelper(session, context.getRealm(), context.getUri())
                .getLastExecutionUrl(browser);
    }

    private EventBuilder event() {
        return new EventBuilder(context.getRealm(), session, context.getConnection());
    }

    /** True if the sign-in ended: its authentication session is no more. */
    private boolean isOver(ClientModel client, String tab) {
        return new AuthenticationSessionManager(session)
                        .getCurrentAuthenticationSession(context.getRealm(), client, tab)
                == null;
    }
}
