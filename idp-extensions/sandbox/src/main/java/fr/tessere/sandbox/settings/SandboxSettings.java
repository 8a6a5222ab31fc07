package fr.tessere.sandbox.settings;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the sandbox stands.
 *
 * @param issuer of the sandbox's realm; its name must be {@code sandbox}, so that no other realm is ever meant
 * @param baseUrl the address at which browsers reach the sandbox, without a slash at the end
 * @param statusKeyFile the key under which the server asks what became of a document, base64; empty if it does not ask here
 */
@ConfigurationProperties("tessere.sandbox")
public record SandboxSettings(URI issuer, URI baseUrl, String statusKeyFile) {
    private static final String REALM = "/realms/sandbox";

    /** Refuses what would only fail later, and any realm that is not a sandbox. */
    public SandboxSettings {
        if (!issuer.toString().matches("https?://[^/?#]+" + REALM)) {
            throw new IllegalArgumentException(
                    "tessere.sandbox.issuer ends with " + REALM + ": no other realm has one");
        }
        if (!baseUrl.toString().matches("https?://[^/?#]+")) {
            throw new IllegalArgumentException("tessere.sandbox.base-url is an address without a path");
        }
    }

    /** An address below the issuer, where Keycloak keeps its OpenID Connect endpoints. */
    public URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    /** An address below the realm's administration: {@code /clients}, {@code /users}. */
    public URI administration(String path) {
        String server = issuer.toString().substring(0, issuer.toString().length() - REALM.length());
        return URI.create(server + "/admin" + REALM + path);
    }

    /** What every address of a reading begins with. */
    public String readings() {
        return issuer + "/tessere/readings/";
    }

    /** Scheme, host and port of the provider, as a Content-Security-Policy names it. */
    public String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
