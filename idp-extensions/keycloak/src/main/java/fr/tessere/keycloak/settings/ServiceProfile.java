package fr.tessere.keycloak.settings;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

/**
 * The rules under which a client may speak to this provider. A client names its profile in the attribute
 * {@code tessere.profile}; one that names none, or a word that is not known, has the strictest.
 */
public enum ServiceProfile {
    /** Pushed requests, sender-constrained tokens (FAPI 2.0 Security Profile): every new client. */
    FAPI_2("fapi-2"),
    /** The same with a client certificate in place of signed assertions and proofs (RFC 8705). */
    FAPI_2_MTLS("fapi-2-mtls"),
    /** Authorization code with PKCE and {@code private_key_jwt}, for libraries that know no more. */
    STANDARD("standard"),
    /** Signed and encrypted answers, session ended after use: a federation that passes identities on. */
    FEDERATION_HUB("federation-hub"),
    /** Pages of the provider itself. */
    OWN_PAGES("own-pages");

    /** The client attribute that holds the word. */
    public static final String ATTRIBUTE = "tessere.profile";

    /** Made by Keycloak in every realm; no service can take their names. */
    private static final Set<String> BUILT_IN = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.ACCOUNT_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CLI_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID,
            Constants.BROKER_SERVICE_CLIENT_ID,
            Constants.REALM_MANAGEMENT_CLIENT_ID);

    private final String word;

    ServiceProfile(String word) {
        this.word = word;
    }

    /** The word in a client's attribute and in the realm's client policies. */
    public String word() {
        return word;
    }

    /** The profile of this client. */
    public static ServiceProfile of(ClientModel client) {
        return of(client.getClientId(), client.getAttribute(ATTRIBUTE));
    }

    /** The profile of a client with this id whose attribute holds this. */
    public static ServiceProfile of(@Nullable String clientId, @Nullable String attribute) {
        if (clientId != null && BUILT_IN.contains(clientId)) {
            return OWN_PAGES;
        }
        return Arrays.stream(values())
                .filter(profile -> profile.word.equals(attribute))
                .findFirst()
                .orElse(FAPI_2);
    }
}
