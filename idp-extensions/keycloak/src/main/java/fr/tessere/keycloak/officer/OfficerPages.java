package fr.tessere.keycloak.officer;

import static fr.tessere.keycloak.door.SealedAnswers.sealed;

import fr.tessere.keycloak.door.Door;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** Fills the officers' pages in the look of the realm's theme. Nothing of them is kept by a browser. */
final class OfficerPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final KeycloakSession session;
    private final URI pages;

    OfficerPages(KeycloakSession session, URI pages) {
        this.session = session;
        this.pages = pages;
    }

    /** A page for this officer. */
    Response page(String name, int status, Officer officer, String formToken, Map<String, Object> contents) {
        LoginFormsProvider form = form().setAttribute("officer", officer.name())
                .setAttribute("role", officer.role().word())
                .setAttribute("mayAct", officer.mayAct())
                .setAttribute("formToken", formToken)
                .setAttribute(
                        Door.LATE,
                        session.getContext().getUri().getQueryParameters().containsKey(Door.LATE))
                .setStatus(Response.Status.fromStatusCode(status));
        contents.forEach(form::setAttribute);
        return sealed(form.createForm("officer-" + name + ".ftl"));
    }

    /** For those who may not come in; whoever signed in reads the name of the account, which the administrator needs. */
    Response refused(Optional<String> account) {
        return sealed(form().setStatus(Response.Status.FORBIDDEN)
                .setAttribute("account", account.orElse(""))
                .createForm("officer-refused.ftl"));
    }

    /** The word of the page that this address belongs to. */
    String asked() {
        String path = session.getContext().getUri().getAbsolutePath().getPath();
        String below = path.substring(Math.min(path.length(), pages.getPath().length()));
        return below.replaceFirst("^/", "").replaceFirst("/.*$", "");
    }

    /** Back to a page after an act, so that reloading repeats nothing. */
    Response back(String page, String done) {
        return sealed(Response.seeOther(URI.create(pages + "/" + page + "?done=" + done))
                .build());
    }

    OfficerTexts texts() {
        return new OfficerTexts(session.getContext().resolveLocale(null));
    }

    /** For people, in UTC. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Name of an officer's account, or its id if it is gone. */
    String name(String id) {
        return Optional.ofNullable(
                        session.users().getUserById(session.getContext().getRealm(), id))
                .map(Officer::name)
                .orElse(id);
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("text", texts())
                .setAttribute("pages", pages.toString());
    }
}
