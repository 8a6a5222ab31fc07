package fr.tessere.counter.agent;

import fr.tessere.keycloak.door.SealedAnswers;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** What lies below {@code /realms/{realm}/tessere-counter}. Looking sends strangers to sign in, a form never does. */
public final class AgentResource implements RealmResourceProvider {
    private static final int LONGEST = 100;

    private final KeycloakSession session;
    private final Reception reception;
    private final AgentDoor door;
    private final AgentPages pages;

    AgentResource(KeycloakSession session) {
        this.session = session;
        reception = Reception.of(session);
        door = new AgentDoor(session, reception);
        pages = new AgentPages(session, reception, door);
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Where an agent types a code. */
    @GET
    public Response start(@QueryParam("done") @Nullable String done) {
        return look(agent -> pages.start(agent, done == null ? "" : done, Optional.empty()));
    }

    /** The same after a form that came too late and did nothing. */
    @GET
    @Path(AgentDoor.LATE)
    public Response late() {
        return look(agent -> pages.start(agent, AgentDoor.LATE, Optional.empty()));
    }

    @GET
    @Path("signed-in")
    public Response signedIn(@QueryParam("state") @Nullable String state) {
        return door.signedIn(state);
    }

    /** A code was typed. */
    @POST
    @Path("code")
    public Response code() {
        return act(agent -> desk(agent).take(text("code")));
    }

    /** What has to be compared. */
    @GET
    @Path("cases/{number}")
    public Response one(@PathParam("number") String number) {
        return look(agent -> desk(agent).show(number, Optional.empty()));
    }

    /** It is the person. */
    @POST
    @Path("cases/{number}/confirm")
    public Response confirm(@PathParam("number") String number) {
        return act(agent -> desk(agent).confirm(number, this::text));
    }

    /** It is not, or cannot be seen. */
    @POST
    @Path("cases/{number}/refuse")
    public Response refuse(@PathParam("number") String number) {
        return act(agent -> desk(agent).refuse(number, text("cause")));
    }

    private AgentDesk desk(Visit agent) {
        return new AgentDesk(session, reception, pages, agent);
    }

    private Response look(Function<Visit, Response> page) {
        Optional<Response> language = SealedAnswers.inAnotherLanguage(session);
        if (language.isPresent()) {
            return language.get();
        }
        Optional<Visit> agent = door.agent();
        if (agent.isPresent()) {
            return page.apply(agent.get());
        }
        Optional<Visit> visitor = door.visitor();
        return visitor.isPresent() ? pages.refused(visitor) : door.signIn();
    }

    private Response act(Function<Visit, Response> act) {
        Optional<Visit> agent = door.agent().filter(known -> door.isOwn(known, text("token")));
        if (agent.isPresent()) {
            return act.apply(agent.get());
        }
        return door.isLate(text("token")) ? door.signInAgain() : pages.refused(door.visitor());
    }

    /** The first value of a field, nothing in place of one that is too long. */
    private String text(String name) {
        MultivaluedMap<String, String> fields =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        String value = fields.getFirst(name);
        return value == null || value.length() > LONGEST ? "" : value.strip();
    }

    @Override
    public void close() {}
}
