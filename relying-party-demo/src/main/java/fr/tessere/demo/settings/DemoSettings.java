package fr.tessere.demo.settings;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this service reaches its identity provider.
 *
 * @param issuer the provider's issuer, exactly as it stands in its tokens; endpoints are derived from it without a call
 * @param clientId the name under which the provider knows this service
 * @param baseUrl the address at which browsers reach this service, without a slash at the end
 * @param register the address of the register of addresses, and its name as an audience of tokens
 */
@ConfigurationProperties("tessere")
public record DemoSettings(URI issuer, String clientId, URI baseUrl, URI register) {
    /** Refuses what would only fail later, at the first sign-in. */
    public DemoSettings {
        requireWebAddress("tessere.issuer", issuer);
        requireWebAddress("tessere.base-url", baseUrl);
        requireWebAddress("tessere.register", register);
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("tessere.client-id is empty; it is the service's name at the provider");
        }
    }

    /** An address below the issuer, where Keycloak keeps its OpenID Connect endpoints. */
    public String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** The provider's page that helps with this refusal code, in this language. */
    public String help(String code, Locale language) {
        return issuer + "/tessere/help/" + code + "?kc_locale=" + language.getLanguage();
    }

    /** Scheme, host and port of the provider, as a Content-Security-Policy names it. */
    public String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    private static void requireWebAddress(String name, URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.toString().endsWith("/")) {
            throw new IllegalArgumentException(name + " must be an http or https address without a slash at the end");
        }
    }
}
