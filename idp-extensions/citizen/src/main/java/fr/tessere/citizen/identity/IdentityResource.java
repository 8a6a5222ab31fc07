package fr.tessere.citizen.identity;

import fr.tessere.journal.record.Journal;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * What lies below {@code /realms/{realm}/tessere-identity}. Every call passes {@link #look} or {@link #act}: looking sends
 * whoever has no session to sign in, acting needs a form of the very session.
 */
public final class IdentityResource implements RealmResourceProvider {
    private final KeycloakSession session;

    IdentityResource(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    @GET
    public Response start(@QueryParam("done") @Nullable String done) {
        return look(holder -> pages(holder).overview(done == null ? "" : done, Optional.empty()));
    }

    @GET
    @Path("signed-in")
    public Response signedIn(@QueryParam("state") @Nullable String state) {
        return door().signedIn(state);
    }

    /** For whoever is here too long already: shows document and code again, as far as they count no more. */
    @GET
    @Path("again")
    public Response again() {
        return door().signIn();
    }

    /** Leads to where a passkey is added. */
    @GET
    @Path("passkeys/add")
    public Response addPasskey() {
        return door().enrolPasskey();
    }

    /** The person's own data as a file. */
    @GET
    @Path("download")
    public Response download() {
        return look(holder -> pages(holder).download());
    }

    /** What was checked in one sign-in. */
    @GET
    @Path("sign-ins/{id}")
    public Response receipt(@PathParam("id") String id) {
        return look(holder -> pages(holder).receipt(id));
    }

    @POST
    @Path("documents/block")
    public Response block() {
        return act((acts, form) -> acts.block(form.text("document")));
    }

    @POST
    @Path("documents/unblock")
    public Response unblock() {
        return act((acts, form) -> acts.unblock(form.text("document"), form.text("code")));
    }

    /** A code for an agent at a counter, shown once. */
    @POST
    @Path("documents/compare")
    public Response compare() {
        return act((acts, form) -> acts.compare());
    }

    @POST
    @Path("documents/uncompare")
    public Response withdrawComparison() {
        return act((acts, form) -> acts.withdrawComparison(form.text("document")));
    }

    @POST
    @Path("consents/withdraw")
    public Response withdraw() {
        return act((acts, form) -> acts.withdraw(form.text("service")));
    }

    @POST
    @Path("sessions/end")
    public Response end() {
        return act((acts, form) -> acts.end(form.text("session")));
    }

    @POST
    @Path("passkeys/remove")
    public Response removePasskey() {
        return act((acts, form) -> acts.removePasskey(form.text("passkey")));
    }

    @POST
    @Path("code")
    public Response changeCode() {
        return act((acts, form) -> acts.changeCode(form.text("code"), form.text("new"), form.text("again")));
    }

    @POST
    @Path("address")
    public Response giveAddress() {
        return act((acts, form) -> acts.giveAddress(form.text("email"), form.text("code")));
    }

    @POST
    @Path("delete")
    public Response delete() {
        return act((acts, form) -> acts.delete(form.text("code"), form.text("sure")));
    }

    private Response look(Function<Visit, Response> page) {
        Optional<Visit> holder = door().holder();
        return holder.isPresent() ? page.apply(holder.get()) : door().signIn();
    }

    /** Nobody is sent to sign in by a form; one of another session does nothing. */
    private Response act(Act act) {
        IdentityDoor door = door();
        Form form = new Form(session.getContext().getHttpRequest().getDecodedFormParameters());
        Optional<Visit> holder = door.holder().filter(known -> door.isOwn(known, form.text("token")));
        if (holder.isEmpty()) {
            new Journal(session).refused("my-identity", RefusalCode.NOT_YOURS, "none", Duration.ZERO, Optional.empty());
            return new IdentityPages(session, Reception.of(session), door, Optional.empty()).refused();
        }
        IdentityPages pages = pages(holder.get());
        Outcome outcome = act.by(new IdentityActs(session, Reception.of(session), holder.get()), form);
        return outcome.fold(new Outcome.Answers<>(
                done -> Response.seeOther(URI.create(door.pages() + "?done=" + done))
                        .build(),
                refusal -> {
                    new FactorNews(session, holder.get()).refused(refusal);
                    return pages.overview("", Optional.of(refusal));
                },
                pages::deleted,
                pages::counterCode));
    }

    private IdentityPages pages(Visit holder) {
        return new IdentityPages(session, Reception.of(session), door(), Optional.of(holder));
    }

    private IdentityDoor door() {
        return new IdentityDoor(session, Reception.of(session));
    }

    @Override
    public void close() {}

    @FunctionalInterface
    private interface Act {
        Outcome by(IdentityActs acts, Form form);
    }

    /** What a form brought: of each field the first value, nothing in place of one that is too long. */
    private record Form(MultivaluedMap<String, String> fields) {
        private static final int LONGEST = 300;

        String text(String name) {
            String value = fields.getFirst(name);
            return value == null || value.length() > LONGEST ? "" : value.strip();
        }
    }
}
