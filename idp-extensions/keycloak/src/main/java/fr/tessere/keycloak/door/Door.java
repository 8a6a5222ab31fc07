package fr.tessere.keycloak.door;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Sends a browser to sign in at eidas2 for these pages, and knows it again. What counts is the identity provider's session
 * cookie; the authorization code that comes with it is bound to a verifier that nobody knows.
 */
public final class Door {
    /** Name in the address of a page whose form came too late. */
    public static final String LATE = "late";

    private static final int RANDOM = 32;
    private static final Pattern PAGE = Pattern.compile("[a-z]{1,20}");
    /** Between the two words of the cookie; no letter of base64url. */
    private static final String BEHIND = "~";
    /** For how long a browser that was sent away is known again, seconds. */
    private static final int AWAY = 900;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OwnPages pages;
    private final Bytes forms;
    private final SecureRandom random;

    /**
     * The door of these pages.
     *
     * @param forms the key under which forms carry the token of their session
     */
    public Door(KeycloakSession session, OwnPages pages, Bytes forms, SecureRandom random) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.pages = pages;
        this.forms = forms;
        this.random = random;
    }

    /** Where the pages are, without a slash at the end. */
    public URI pages() {
        return pages.address();
    }

    /** Who signed in for these pages in this browser, at whatever level. */
    public Optional<Visit> visit() {
        ClientModel client = realm.getClientByClientId(pages.client());
        AuthResult known = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        if (client == null || !client.isEnabled() || known == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.session().getAuthenticatedClientSessionByClient(client.getId()))
                .map(here -> new Visit(known.user(), known.session(), here));
    }

    /** Sends the browser to sign in at eidas2: authorization code with PKCE, from a client without a secret. */
    public Response signIn() {
        return signIn("");
    }

    /** The same where a form came too late: nothing of it is kept but the word of its page, which is shown afterwards. */
    public Response signInAgain(String page) {
        return signIn(PAGE.matcher(page).matches() ? page : "");
    }

    /** Sends the browser to do something of its account there, as a service may too ({@code kc_action}); it comes back to the first page. */
    public Response signInFor(String action) {
        return signIn("", Optional.of(action));
    }

    private Response signIn(String page) {
        return signIn(page, Optional.empty());
    }

    private Response signIn(String page, Optional<String> action) {
        String state = text();
        UriBuilder address = OIDCLoginProtocolService.authUrl(
                        session.getContext().getUri())
                .queryParam("client_id", pages.client())
                .queryParam("redirect_uri", "{back}")
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("acr_values", AssuranceLevel.EIDAS2.acr())
                .queryParam("state", state)
                .queryParam("code_challenge", text())
                .queryParam("code_challenge_method", "S256");
        action.ifPresent(name -> address.queryParam("kc_action", name));
        return Response.seeOther(address.build(realm.getName(), pages.back()))
                .cookie(cookie(state + BEHIND + page, AWAY))
                .build();
    }

    /** The browser comes back: only the one that was sent away, any other is sent away itself. */
    public Response signedIn(@Nullable String state) {
        Cookie kept = session.getContext().getRequestHeaders().getCookies().get(pages.cookie());
        String[] words = kept == null ? new String[0] : kept.getValue().split(BEHIND, 2);
        return state != null && words.length == 2 && same(state, words[0])
                ? Response.seeOther(onward(words[1])).cookie(cookie("", 0)).build()
                : signIn();
    }

    private URI onward(String page) {
        return PAGE.matcher(page).matches()
                ? UriBuilder.fromUri(pages.address())
                        .path(page)
                        .queryParam(LATE, "yes")
                        .build()
                : pages.address();
    }

    /** What a form of this session, named by its id, must bring. */
    public String formToken(String sessionId) {
        return Secret.digest(forms, Bytes.of(sessionId.getBytes(StandardCharsets.UTF_8)))
                .toHex();
    }

    /** True if the form came from a page of this session. */
    public boolean isOwn(String sessionId, @Nullable String token) {
        return token != null && same(token, formToken(sessionId));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(pages.cookie())
                .value(value)
                .path(pages.address().getPath())
                .maxAge(seconds)
                .httpOnly(true)
                .secure(pages.address().getScheme().equals("https"))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String text() {
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
