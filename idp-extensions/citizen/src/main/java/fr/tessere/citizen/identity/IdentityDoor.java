package fr.tessere.citizen.identity;

import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Who comes in: a citizen who signed in for the client {@value #CLIENT} at eidas2 or above. What counts is the identity
 * provider's session cookie; the authorization code that comes with it is bound to a verifier that nobody knows.
 */
final class IdentityDoor {
    /** The client of these pages. */
    static final String CLIENT = "tessere-identity";

    private static final String STATE = "TESSERE_IDENTITY_STATE";
    private static final int RANDOM = 32;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Reception reception;
    private final URI pages;
    private final Bytes key;

    IdentityDoor(KeycloakSession session, Reception reception) {
        this.session = session;
        this.reception = reception;
        realm = session.getContext().getRealm();
        pages = session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms")
                .path(realm.getName())
                .path(IdentityResourceFactory.ID)
                .build();
        key = reception.secret().key("tessere identity forms");
    }

    /** Where the pages are, without a slash at the end. */
    URI pages() {
        return pages;
    }

    /** The citizen of this browser; empty for everybody else, and below eidas2. */
    Optional<Holder> holder() {
        ClientModel client = realm.getClientByClientId(CLIENT);
        AuthResult known = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        if (client == null
                || !client.isEnabled()
                || known == null
                || known.session().getNote(IdentityNote.NAME) == null) {
            return Optional.empty();
        }
        AuthenticatedClientSessionModel here = known.session().getAuthenticatedClientSessionByClient(client.getId());
        return here != null && level(here) > AssuranceLevel.EIDAS2.ordinal()
                ? Optional.of(new Holder(known.user(), known.session()))
                : Optional.empty();
    }

    /** Levels are numbered from 1 in the realm's {@code acr.loa.map}. */
    private static int level(AuthenticatedClientSessionModel here) {
        String level = here.getNote(Constants.LEVEL_OF_AUTHENTICATION);
        return level != null && level.matches("[0-9]{1,3}") ? Integer.parseInt(level) : 0;
    }

    /** Sends the browser to sign in at eidas2: authorization code with PKCE, from a client without a secret. */
    Response signIn() {
        String state = text();
        URI address = OIDCLoginProtocolService.authUrl(session.getContext().getUri())
                .queryParam("client_id", CLIENT)
                .queryParam("redirect_uri", "{back}")
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("acr_values", AssuranceLevel.EIDAS2.acr())
                .queryParam("state", state)
                .queryParam("code_challenge", text())
                .queryParam("code_challenge_method", "S256")
                .build(realm.getName(), pages + "/signed-in");
        return Response.seeOther(address).cookie(cookie(state, 900)).build();
    }

    /** The browser comes back; only the one that was sent away. */
    boolean sentAway(String state) {
        Cookie kept = session.getContext().getRequestHeaders().getCookies().get(STATE);
        return kept != null && same(state, kept.getValue());
    }

    /** Takes the cookie of the way to signing in back. */
    NewCookie arrived() {
        return cookie("", 0);
    }

    /** What a form of this holder's session must bring. */
    String formToken(Holder holder) {
        return Secret.digest(key, Bytes.of(holder.session().getId().getBytes(StandardCharsets.UTF_8)))
                .toHex();
    }

    /** True if the form came from a page of this holder's session. */
    boolean isOwn(Holder holder, String token) {
        return same(token, formToken(holder));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(STATE)
                .value(value)
                .path(pages.getPath())
                .maxAge(seconds)
                .httpOnly(true)
                .secure(pages.getScheme().equals("https"))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String text() {
        byte[] bytes = new byte[RANDOM];
        reception.random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
