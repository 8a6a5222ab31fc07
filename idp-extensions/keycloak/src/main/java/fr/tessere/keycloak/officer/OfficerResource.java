package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.keycloak.status.RealmStanding;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/** What lies below {@code /realms/{realm}/tessere/officer}. Every call passes {@link #look} or {@link #act}. */
public final class OfficerResource {
    private final OfficerDoor door;
    private final OfficerPages pages;
    private final OfficerEquipment equipment;
    private final KeycloakSession session;

    public OfficerResource(KeycloakSession session, OfficerEquipment equipment) {
        this.session = session;
        this.equipment = equipment;
        pages = new OfficerPages(session, equipment.pages());
        door = new OfficerDoor(session, equipment.pages(), equipment.secret(), equipment.random());
    }

    @GET
    public Response start() {
        return look(officer -> pages.page("start", 200, officer, door.formToken(officer), Map.of()));
    }

    @GET
    @Path("signed-in")
    public Response signedIn(
            @QueryParam("state") @Nullable String state, @CookieParam("TESSERE_OFFICER_STATE") @Nullable String kept) {
        return door.signedIn(state, kept);
    }

    @GET
    @Path("switches")
    public Response switches(@QueryParam("done") @Nullable String done) {
        return look(officer -> switchPages(officer).list(200, done == null ? "" : done));
    }

    @POST
    @Path("switches/set")
    public Response setSwitch() {
        return act((officer, form) -> switchPages(officer).set(form));
    }

    @POST
    @Path("switches/lift")
    public Response liftSwitch() {
        return act((officer, form) -> switchPages(officer).lift(form));
    }

    @GET
    @Path("documents")
    public Response documents(@QueryParam("done") @Nullable String done) {
        return look(officer -> documentPages(officer).start(200, done == null ? "" : done));
    }

    /** Looking, and a form all the same: a document number has no place in an address. */
    @POST
    @Path("documents/search")
    public Response search() {
        return form(false, false, (officer, form) -> documentPages(officer).search(form));
    }

    @POST
    @Path("documents/report")
    public Response report() {
        return act((officer, form) -> documentPages(officer).report(form));
    }

    @POST
    @Path("documents/lift")
    public Response liftReport() {
        return act((officer, form) -> documentPages(officer).lift(form));
    }

    @GET
    @Path("import")
    public Response imports(@QueryParam("done") @Nullable String done) {
        return look(officer -> importPages(officer).start(200, done == null ? "" : done));
    }

    @POST
    @Path("import")
    public Response take() {
        return form(true, true, (officer, form) -> importPages(officer).take(form));
    }

    @GET
    @Path("log")
    public Response log() {
        return look(officer -> logPages(officer).integrity());
    }

    @GET
    @Path("log/export")
    public Response export() {
        return look(officer -> logPages(officer).export());
    }

    @GET
    @Path("entries")
    public Response entries() {
        return look(officer ->
                searchPages(officer).find(session.getContext().getUri().getQueryParameters()));
    }

    @GET
    @Path("entries/{id}")
    public Response entry(@PathParam("id") String id) {
        return look(officer -> searchPages(officer).one(id));
    }

    /** Joining what one document did is an act, for a reason. */
    @POST
    @Path("entries/document")
    public Response entriesOfDocument() {
        return act((officer, form) -> searchPages(officer)
                .ofDocument(
                        form,
                        DocumentPages.document(form),
                        DocumentPages.document(form).map(equipment.documents()).orElse("")));
    }

    /** What is trusted here; with a country, that one in detail. */
    @GET
    @Path("trust")
    public Response trust(@QueryParam("country") @Nullable String country) {
        return look(officer -> new TrustPages(equipment.trust().state(), frame(officer), equipment.now())
                .show(country == null ? "" : country));
    }

    /** For both roles. Who has no session is sent to sign in, who has no role is refused. */
    private Response look(Function<Officer, Response> page) {
        Optional<Response> language = pages.inAnotherLanguage();
        if (language.isPresent()) {
            return language.get();
        }
        Optional<Officer> officer = door.officer();
        if (officer.isPresent()) {
            return page.apply(officer.get());
        }
        return door.isSignedIn() ? pages.refused() : door.signIn();
    }

    private Response act(Answer answer) {
        return form(true, false, answer);
    }

    /** A form counts with a session, a role and the token of that session; nobody is sent to sign in by it. */
    private Response form(boolean acting, boolean withFile, Answer answer) {
        Optional<Officer> officer = door.officer().filter(known -> !acting || known.mayAct());
        if (officer.isEmpty()) {
            return pages.refused();
        }
        try {
            HttpRequest request = session.getContext().getHttpRequest();
            Form form = withFile ? Form.withFile(request, "file", ImportPages.LARGEST) : Form.plain(request);
            return door.isOwn(officer.get(), form.text("token")) ? answer.to(officer.get(), form) : pages.refused();
        } catch (IOException broken) {
            return pages.refused();
        }
    }

    @FunctionalInterface
    private interface Answer {
        Response to(Officer officer, Form form);
    }

    private SwitchPages switchPages(Officer officer) {
        return new SwitchPages(desk(officer), standing(), frame(officer));
    }

    private DocumentPages documentPages(Officer officer) {
        return new DocumentPages(desk(officer), standing(), frame(officer));
    }

    private ImportPages importPages(Officer officer) {
        return new ImportPages(desk(officer), standing(), frame(officer), equipment.status());
    }

    private LogSearchPages searchPages(Officer officer) {
        return new LogSearchPages(session, frame(officer), officer, equipment.now());
    }

    private LogPages logPages(Officer officer) {
        return new LogPages(session, frame(officer), officer);
    }

    private OfficerFrame frame(Officer officer) {
        return new OfficerFrame(session, pages, officer, door.formToken(officer));
    }

    private RealmStanding standing() {
        return new RealmStanding(session, equipment.status());
    }

    private OfficerDesk desk(Officer officer) {
        return new OfficerDesk(standing(), equipment.status(), officer.id(), equipment.now());
    }
}
