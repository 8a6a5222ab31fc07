package fr.tessere.citizen.mail;

import fr.tessere.citizen.account.EmailProofs;
import fr.tessere.citizen.page.CitizenTexts;
import fr.tessere.keycloak.login.Reception;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.util.LocaleUtil;

/**
 * Confirms an address: the link shows a page, its button confirms. Programs that look into links of messages press no
 * button.
 */
public final class ConfirmResource implements RealmResourceProvider {
    private static final String PAGE = "tessere-email-confirm.ftl";

    private final KeycloakSession session;

    ConfirmResource(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** The page. */
    @GET
    @Path("confirm")
    public Response show(@QueryParam("token") @Nullable String token) {
        String given = token == null ? "" : token;
        boolean opens = new EmailProofs(session).opens(given, reception().now());
        return page(opens ? "ask" : "spent", given);
    }

    /** The button. */
    @POST
    @Path("confirm")
    public Response confirm(@FormParam("token") @Nullable String token) {
        String given = token == null ? "" : token;
        boolean done =
                new EmailProofs(session).confirm(given, reception().now()).isPresent();
        return page(done ? "done" : "spent", "");
    }

    private Response page(String state, String token) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("text", new CitizenTexts(reception().locale()))
                .setAttribute("state", state)
                .setAttribute("token", token)
                .setStatus(state.equals("spent") ? Response.Status.NOT_FOUND : Response.Status.OK)
                .createForm(PAGE);
    }

    private Reception reception() {
        return Reception.of(session);
    }

    @Override
    public void close() {}
}
