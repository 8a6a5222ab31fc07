package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.proposal.FourEyes;
import fr.tessere.keycloak.settings.OfficerSettings;
import fr.tessere.keycloak.status.StatusEquipment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** What lies below {@code /realms/{realm}/tessere/officer}. Every call passes the gate. */
public final class OfficerResource {
    private final OfficerDoor door;
    private final OfficerGate gate;
    private final OfficerPages pages;
    private final OfficerEquipment equipment;
    private final KeycloakSession session;

    public OfficerResource(KeycloakSession session, OfficerEquipment equipment) {
        this.session = session;
        this.equipment = equipment;
        pages = new OfficerPages(session, equipment.pages());
        door = new OfficerDoor(session, equipment);
        gate = new OfficerGate(session, door, pages);
    }

    /** Ends what nobody confirmed in time; nobody's name stands for it. */
    public static FourEyes ofNobody(
            KeycloakSession session, StatusEquipment status, OfficerSettings settings, Instant at) {
        return OfficerRooms.eyes(session, status, settings, FourEyes.SYSTEM, at);
    }

    @GET
    public Response start() {
        return gate.look(officer -> pages.page("start", 200, officer, door.formToken(officer), Map.of()));
    }

    @GET
    @Path("signed-in")
    public Response signedIn(@QueryParam("state") @Nullable String state) {
        return door.signedIn(state);
    }

    @GET
    @Path("overview")
    public Response overview(@QueryParam("period") @Nullable String period) {
        return gate.look(officer -> rooms(officer).overview().show(period == null ? "" : period));
    }

    @GET
    @Path("switches")
    public Response switches(@QueryParam("done") @Nullable String done) {
        return gate.look(officer -> rooms(officer).switches().list(200, done == null ? "" : done));
    }

    @POST
    @Path("switches/set")
    public Response setSwitch() {
        return gate.act((officer, form) -> rooms(officer).switches().set(form));
    }

    @POST
    @Path("switches/lift")
    public Response liftSwitch() {
        return gate.act((officer, form) -> rooms(officer).switches().lift(form));
    }

    @GET
    @Path("proposals")
    public Response proposals(@QueryParam("done") @Nullable String done) {
        return gate.look(officer -> rooms(officer).proposals().list(200, done == null ? "" : done, ""));
    }

    @POST
    @Path("proposals/confirm")
    public Response confirm() {
        return gate.act((officer, form) -> rooms(officer).proposals().confirm(form));
    }

    @POST
    @Path("proposals/reject")
    public Response reject() {
        return gate.act((officer, form) -> rooms(officer).proposals().reject(form));
    }

    @GET
    @Path("documents")
    public Response documents(@QueryParam("done") @Nullable String done) {
        return gate.look(officer -> rooms(officer).documents().start(200, done == null ? "" : done));
    }

    /** Looking, and a form all the same: a document number has no place in an address. */
    @POST
    @Path("documents/search")
    public Response search() {
        return gate.form(
                false, false, (officer, form) -> rooms(officer).documents().search(form));
    }

    @POST
    @Path("documents/report")
    public Response report() {
        return gate.act((officer, form) -> rooms(officer).documents().report(form));
    }

    @POST
    @Path("documents/lift")
    public Response liftReport() {
        return gate.act((officer, form) -> rooms(officer).documents().lift(form));
    }

    @GET
    @Path("import")
    public Response imports(@QueryParam("done") @Nullable String done) {
        return gate.look(officer -> rooms(officer).imports().start(200, done == null ? "" : done));
    }

    @POST
    @Path("import")
    public Response take() {
        return gate.form(true, true, (officer, form) -> rooms(officer).imports().take(form));
    }

    @GET
    @Path("log")
    public Response log() {
        return gate.look(officer -> rooms(officer).log().integrity());
    }

    @GET
    @Path("log/export")
    public Response export() {
        return gate.look(officer -> rooms(officer).log().export());
    }

    @GET
    @Path("entries")
    public Response entries() {
        return gate.look(officer ->
                rooms(officer).search().find(session.getContext().getUri().getQueryParameters()));
    }

    @GET
    @Path("entries/{id}")
    public Response entry(@PathParam("id") String id) {
        return gate.look(officer -> rooms(officer).search().one(id));
    }

    /** The decision of a receipt, made once more. */
    @GET
    @Path("entries/{id}/again")
    public Response again(@PathParam("id") String id) {
        return gate.look(officer -> rooms(officer).search().again(id));
    }

    /** Joining what one document did is an act, for a reason. */
    @POST
    @Path("entries/document")
    public Response entriesOfDocument() {
        return gate.act((officer, form) -> rooms(officer)
                .search()
                .ofDocument(
                        form,
                        DocumentPages.document(form),
                        DocumentPages.document(form).map(equipment.documents()).orElse("")));
    }

    @GET
    @Path("alerts")
    public Response alerts(@QueryParam("done") @Nullable String done) {
        return gate.look(officer -> rooms(officer).alerts().list(200, done == null ? "" : done, ""));
    }

    @POST
    @Path("alerts/acknowledge")
    public Response acknowledge() {
        return gate.act((officer, form) -> rooms(officer).alerts().acknowledge(form));
    }

    @POST
    @Path("alerts/rule")
    public Response rule() {
        return gate.act((officer, form) -> rooms(officer).alerts().rule(form));
    }

    /** Taking found entries away is for both roles, for a reason. */
    @POST
    @Path("entries/export")
    public Response takeEntries() {
        return gate.form(
                false, false, (officer, form) -> rooms(officer).search().take(form));
    }

    /** What is trusted here; with a country, that one in detail. */
    @GET
    @Path("trust")
    public Response trust(@QueryParam("country") @Nullable String country) {
        return gate.look(officer -> rooms(officer).trust().show(country == null ? "" : country, 200, ""));
    }

    /** A country signer is confirmed by officers, or no more. */
    @POST
    @Path("trust/confirm")
    public Response confirmSigner() {
        return gate.act((officer, form) -> rooms(officer).trust().confirm(form));
    }

    @POST
    @Path("trust/withdraw")
    public Response withdrawSigner() {
        return gate.act((officer, form) -> rooms(officer).trust().withdraw(form));
    }

    private OfficerRooms rooms(Officer officer) {
        return new OfficerRooms(session, equipment, pages, door, officer);
    }
}
