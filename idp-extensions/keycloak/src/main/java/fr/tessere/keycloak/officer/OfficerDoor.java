package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Who comes in. An officer is an account with one of two realm roles that signed in for the client {@value #CLIENT},
 * whose flow asks for the officer's own credentials and takes no session of another client. What counts is the identity
 * provider's session cookie; the authorization code that comes with it is bound to a verifier that nobody knows.
 */
final class OfficerDoor {
    /** The client of these pages. */
    static final String CLIENT = "tessere-officer";

    private static final String STATE = "TESSERE_OFFICER_STATE";
    private static final int RANDOM = 32;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final URI pages;
    private final Bytes key;
    private final SecureRandom random;

    OfficerDoor(KeycloakSession session, URI pages, Secret secret, SecureRandom random) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.pages = pages;
        this.key = secret.key("tessere officer forms");
        this.random = random;
    }

    /** The officer of this browser; empty for everybody else. */
    Optional<Officer> officer() {
        ClientModel client = realm.getClientByClientId(CLIENT);
        AuthResult known = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        if (client == null
                || !client.isEnabled()
                || known == null
                || known.session().getAuthenticatedClientSessionByClient(client.getId()) == null) {
            return Optional.empty();
        }
        return Arrays.stream(Officer.Role.values())
                .filter(role -> has(known, role))
                .findFirst()
                .map(role -> new Officer(
                        known.user().getId(),
                        known.user().getUsername(),
                        known.session().getId(),
                        role));
    }

    /** True if this browser has a session for these pages, with or without a role. */
    boolean isSignedIn() {
        ClientModel client = realm.getClientByClientId(CLIENT);
        AuthResult known = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        return client != null
                && known != null
                && known.session().getAuthenticatedClientSessionByClient(client.getId()) != null;
    }

    private boolean has(AuthResult known, Officer.Role wanted) {
        RoleModel role = realm.getRole(wanted.word());
        return role != null && known.user().hasRole(role);
    }

    /** Sends the browser to sign in: authorization code with PKCE, from a client without a secret. */
    Response signIn() {
        String state = text();
        URI address = OIDCLoginProtocolService.authUrl(session.getContext().getUri())
                .queryParam("client_id", CLIENT)
                .queryParam("redirect_uri", "{back}")
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("state", state)
                .queryParam("code_challenge", text())
                .queryParam("code_challenge_method", "S256")
                .build(realm.getName(), back().toString());
        return Response.seeOther(address).cookie(cookie(state, 900)).build();
    }

    /** The browser comes back; only the one that was sent away. */
    Response signedIn(@Nullable String state, @Nullable String kept) {
        boolean same = state != null
                && kept != null
                && MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
        return same ? Response.seeOther(pages).cookie(cookie("", 0)).build() : signIn();
    }

    /** What a form of this officer must bring. */
    String formToken(Officer officer) {
        return Secret.digest(key, Bytes.of(officer.session().getBytes(StandardCharsets.UTF_8)))
                .toHex();
    }

    /** True if the form came from a page of this officer's session. */
    boolean isOwn(Officer officer, @Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        formToken(officer).getBytes(StandardCharsets.UTF_8));
    }

    static String stateCookie() {
        return STATE;
    }

    private URI back() {
        return UriBuilder.fromUri(pages).path("signed-in").build();
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
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
