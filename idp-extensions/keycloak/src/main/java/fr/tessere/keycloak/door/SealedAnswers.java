package fr.tessere.keycloak.door;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;

/** Answers of pages of our own: no browser keeps them, and none runs a script. */
public final class SealedAnswers {
    /** Stricter than the realm's: no script at all, and forms only to ourselves. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private SealedAnswers() {}

    /** The same answer with these rules in place of its own. */
    public static Response sealed(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", null)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    /** Remembers the language that the page's own links ask for, and comes back without asking. */
    public static Optional<Response> inAnotherLanguage(KeycloakSession session) {
        UriInfo address = session.getContext().getUri();
        String language = address.getQueryParameters().getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM);
        if (language == null
                || session.getContext().getRealm().getSupportedLocalesStream().noneMatch(language::equals)) {
            return Optional.empty();
        }
        session.getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(language);
        return Optional.of(sealed(Response.seeOther(address.getAbsolutePath()).build()));
    }
}
