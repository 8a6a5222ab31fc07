package fr.tessere.keycloak.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.journal.record.Journal;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.reading.ReturnTicket;
import fr.tessere.keycloak.reading.Tickets;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The two calls of a browser. Each counts only with the cookie of the authentication session that began. */
final class BrowserCalls {
    private final KeycloakSession session;
    private final Desk desk;
    private final Journal journal;

    BrowserCalls(KeycloakSession session, Desk desk, Journal journal) {
        this.session = session;
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * One word: a {@link WaitingState}, or {@code none} for a browser that waits for nothing here; and what the reader says
     * went wrong beside the card, in the person's language.
     */
    Response status(@Nullable String clientId, @Nullable String tab) {
        Optional<AuthenticationSessionModel> browser = browser(clientId, tab);
        ObjectNode answer = browser.flatMap(Desk::tickets)
                .map(tickets -> status(browser.orElseThrow(), tickets))
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("state", "none"));
        return Response.ok(answer.toString(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private ObjectNode status(AuthenticationSessionModel browser, Tickets tickets) {
        WaitingState state = WaitingState.of(
                desk.readings().progress(tickets), desk.returned(browser, tickets), tickets.expires(), Desk.now());
        String trouble = new Pages(session, desk).trouble(tickets, state);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("state", state.word());
        return trouble.isEmpty() ? answer : answer.put("trouble", trouble);
    }

    /** The code is spent here, right browser or not; in a wrong one the reading ends. */
    Response returning(@Nullable String code) {
        String given = code == null ? "" : code;
        try {
            ReturnTicket ticket = desk.readings().takeReturn(given);
            Optional<AuthenticationSessionModel> browser = browser(ticket.clientId(), ticket.tab());
            Optional<Tickets> tickets =
                    browser.flatMap(Desk::tickets).filter(known -> known.id().equals(ticket.reading()));
            if (tickets.isEmpty()) {
                desk.readings().end(ticket, RefusalCode.BROWSER_OTHER);
                return refuse(given, RefusalCode.BROWSER_OTHER, Optional.of(ticket.clientId()));
            }
            NewCookie cookie = desk.rememberReturn(browser.orElseThrow(), tickets.orElseThrow());
            return new FlowGoesOn(session).answer(browser.orElseThrow(), cookie);
        } catch (RefusedException refused) {
            return refuse(given, refused.code(), Optional.empty());
        }
    }

    private Response refuse(String code, RefusalCode refusal, Optional<String> clientId) {
        journal.refused("return", refusal, HandleDigest.shown(code), Duration.ZERO, clientId);
        return new Pages(session, desk).stranger(refusal, clientId.map(desk.realmModel()::getClientByClientId));
    }

    private Optional<AuthenticationSessionModel> browser(@Nullable String clientId, @Nullable String tab) {
        RealmModel realm = session.getContext().getRealm();
        if (clientId == null || tab == null) {
            return Optional.empty();
        }
        ClientModel client = realm.getClientByClientId(clientId);
        return client == null
                ? Optional.empty()
                : Optional.ofNullable(
                        new AuthenticationSessionManager(session).getCurrentAuthenticationSession(realm, client, tab));
    }
}
