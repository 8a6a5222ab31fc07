package fr.tessere.counter.agent;

import fr.tessere.keycloak.door.Door;
import fr.tessere.keycloak.door.OwnPages;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Who comes in: a person's ordinary account with the realm role {@value #ROLE}, signed in for the client {@value #CLIENT} at
 * eidas2, which holds no longer here than for a service.
 */
final class AgentDoor {
    /** The client of these pages. */
    static final String CLIENT = "tessere-counter";
    /** The realm role of agents. */
    static final String ROLE = "agent";
    /** The first page, for whoever sent a form too late. */
    static final String LATE = "late";

    private final RealmModel realm;
    private final Reception reception;
    private final Door door;

    AgentDoor(KeycloakSession session, Reception reception) {
        this.reception = reception;
        realm = session.getContext().getRealm();
        door = new Door(
                session,
                OwnPages.inRealm(session, CLIENT, AgentResourceFactory.ID, "TESSERE_COUNTER_STATE"),
                reception.secret().key("tessere counter forms"),
                reception.random());
    }

    /** Where the pages are, without a slash at the end. */
    URI pages() {
        return door.pages();
    }

    /** Whoever signed in for these pages, and that counts still: with the role or without. */
    Optional<Visit> visitor() {
        return door.visit().filter(visit -> visit.holds(AssuranceLevel.EIDAS2, reception.now()));
    }

    /** The agent of this browser; empty for everybody else. */
    Optional<Visit> agent() {
        RoleModel role = realm.getRole(ROLE);
        return visitor().filter(visit -> role != null && visit.account().hasRole(role));
    }

    /** True if the form came from a page of a session that proved enough, only longer ago than that holds. */
    boolean isLate(String token) {
        return door.visit()
                .filter(visit -> visit.reached(AssuranceLevel.EIDAS2)
                        && !visit.holds(AssuranceLevel.EIDAS2, reception.now())
                        && isOwn(visit, token))
                .isPresent();
    }

    Response signIn() {
        return door.signIn();
    }

    /** The same for a form that came too late; afterwards the page {@value #LATE} says so. */
    Response signInAgain() {
        return door.signInAgain(LATE);
    }

    Response signedIn(@Nullable String state) {
        return door.signedIn(state);
    }

    /** What a form of this agent's session must bring. */
    String formToken(Visit agent) {
        return door.formToken(agent.session().getId());
    }

    /** True if the form came from a page of this agent's session. */
    boolean isOwn(Visit agent, String token) {
        return door.isOwn(agent.session().getId(), token);
    }
}
