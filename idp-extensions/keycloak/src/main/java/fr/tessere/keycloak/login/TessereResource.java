package fr.tessere.keycloak.login;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.journal.publish.LogResource;
import fr.tessere.journal.record.Journal;
import fr.tessere.keycloak.officer.Again;
import fr.tessere.keycloak.officer.OfficerEquipment;
import fr.tessere.keycloak.officer.OfficerResource;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.ReadingCalls;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.operations.phase.Phases;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** What lies below {@code /realms/{realm}/tessere}: the reader's calls, two of the browser, and help. */
public final class TessereResource implements RealmResourceProvider {
    private final KeycloakSession session;
    private final Equipment equipment;

    TessereResource(KeycloakSession session, Equipment equipment) {
        this.session = session;
        this.equipment = equipment;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** The reader asks who wants what. */
    @POST
    @Path("readings/{handle}/open")
    public Response open(
            @PathParam("handle") String handle,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        return calls(handle).open(type, body);
    }

    /** The reader sends the files. */
    @POST
    @Path("readings/{handle}/chip")
    public Response chip(
            @PathParam("handle") String handle,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        return calls(handle).chip(type, body);
    }

    /** The reader sends the chip's answers. */
    @POST
    @Path("readings/{handle}/proof")
    public Response proof(
            @PathParam("handle") String handle,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        return calls(handle).proof(type, body);
    }

    /** The reader tells what went wrong beside the card. */
    @POST
    @Path("readings/{handle}/trouble")
    public Response trouble(
            @PathParam("handle") String handle,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        return calls(handle).trouble(type, body);
    }

    /** Where a person on another device types a short code. */
    @GET
    @Path("code")
    public Response code() {
        return elsewhere().ask();
    }

    /** A short code was typed; only by the page itself, so that nobody else's page spends a person's tries. */
    @POST
    @Path("code")
    public Response code(@HeaderParam("Sec-Fetch-Site") @Nullable String site) {
        if (site != null && !site.equals("same-origin")) {
            return elsewhere().ask();
        }
        String typed =
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst("code");
        return elsewhere().typed(typed == null ? "" : typed);
    }

    /** What a QR code leads to in a browser. */
    @GET
    @Path("readings/{handle}")
    public Response elsewhere(@PathParam("handle") String handle) {
        return elsewhere().show(handle);
    }

    /** The sign-in is taken up in the browser that is here. */
    @POST
    @Path("readings/{handle}/move")
    public Response move(@PathParam("handle") String handle) {
        return elsewhere().move(handle);
    }

    /** The waiting page asks how far its reading is. */
    @GET
    @Path("status")
    public Response status(
            @QueryParam("client_id") @Nullable String clientId, @QueryParam("tab_id") @Nullable String tab) {
        return browser().status(clientId, tab);
    }

    /** The browser comes back from the reader with a one-time code. */
    @GET
    @Path("return")
    public Response returning(@QueryParam("code") @Nullable String code) {
        return browser().returning(code);
    }

    /** The officers' pages. */
    @Path("officer")
    public OfficerResource officer() {
        Desk desk = new Desk(session, equipment);
        return new OfficerResource(
                session,
                new OfficerEquipment(
                        URI.create(desk.addresses().officer()),
                        KeyHolder.of(session).secret(),
                        equipment.random(),
                        equipment.status(),
                        new DocumentDigests(KeyHolder.of(session).secret())::document,
                        TessereResourceFactory.of(session).trust(),
                        TessereResourceFactory.of(session).officers(),
                        this::again,
                        Desk.now()));
    }

    private Again again(Receipt receipt) {
        return Replay.of(
                receipt,
                equipment.policy(),
                new RealmStanding(session, equipment.status()).switches(Desk.now()),
                TessereResourceFactory.of(session).trust().get());
    }

    /** What everybody may see of the log. */
    @Path("log")
    public LogResource log() {
        return new LogResource(session);
    }

    /** All help pages. */
    @GET
    @Path("help")
    public Response help() {
        return new HelpPages(session, new Desk(session, equipment)).index();
    }

    /** What a refusal means, at an address that stays. */
    @GET
    @Path("help/{code}")
    public Response help(@PathParam("code") String code) {
        return new HelpPages(session, new Desk(session, equipment)).of(code);
    }

    /** The accessibility statement. */
    @GET
    @Path("accessibility")
    public Response accessibility() {
        return new HelpPages(session, new Desk(session, equipment)).accessibility();
    }

    private ReadingCalls calls(String handle) {
        Desk desk = new Desk(session, equipment);
        return new ReadingCalls(
                desk.readings(), new Journal(session), new Phases(session), Desk::now, desk.realm(), handle);
    }

    private Elsewhere elsewhere() {
        return new Elsewhere(session, new Desk(session, equipment), new Journal(session));
    }

    private BrowserCalls browser() {
        return new BrowserCalls(session, new Desk(session, equipment), new Journal(session));
    }

    @Override
    public void close() {}
}
