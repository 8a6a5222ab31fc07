package fr.tessere.keycloak.door;

import java.net.URI;
import org.keycloak.models.KeycloakSession;

/**
 * Pages of our own that one signs in for, like at a service.
 *
 * @param client for which one signs in
 * @param address of the first page, without a slash at the end
 * @param cookie name of the cookie by which a browser is known again that was sent to sign in
 */
public record OwnPages(String client, URI address, String cookie) {

    /** Pages below the realm, by the id of the resource that serves them. */
    public static OwnPages inRealm(KeycloakSession session, String client, String resource, String cookie) {
        URI address = session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms")
                .path(session.getContext().getRealm().getName())
                .path(resource)
                .build();
        return new OwnPages(client, address, cookie);
    }

    /** Where the browser comes back to. */
    String back() {
        return address + "/signed-in";
    }
}
