package fr.tessere.keycloak.officer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;

/** Fills the officers' pages in the look of the realm's theme. Nothing of them is kept by a browser. */
final class OfficerPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    /** Stricter than the realm's: no script at all, and forms only to ourselves. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

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
                .setStatus(Response.Status.fromStatusCode(status));
        contents.forEach(form::setAttribute);
        return sealed(form.createForm("officer-" + name + ".ftl"));
    }

    /** For those who may not come in. */
    Response refused() {
        return sealed(form().setStatus(Response.Status.FORBIDDEN).createForm("officer-refused.ftl"));
    }

    /** Back to a page after an act, so that reloading repeats nothing. */
    Response back(String page, String done) {
        return sealed(Response.seeOther(URI.create(pages + "/" + page + "?done=" + done))
                .build());
    }

    /** Remembers the language that the page's own links ask for, and comes back without asking. */
    Optional<Response> inAnotherLanguage() {
        UriInfo address = session.getContext().getUri();
        String language = address.getQueryParameters().getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM);
        if (language == null
                || session.getContext().getRealm().getSupportedLocalesStream().noneMatch(language::equals)) {
            return Optional.empty();
        }
        session.getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(language);
        return Optional.of(sealed(Response.seeOther(address.getAbsolutePath()).build()));
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
                .map(org.keycloak.models.UserModel::getUsername)
                .orElse(id);
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("text", texts())
                .setAttribute("pages", pages.toString());
    }

    private static Response sealed(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", null)
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
