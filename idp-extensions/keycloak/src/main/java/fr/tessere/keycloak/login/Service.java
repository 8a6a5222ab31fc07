package fr.tessere.keycloak.login;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the service that sent the browser is called and asks for. */
final class Service {
    private final ClientModel client;
    private final AuthenticationSessionModel browser;

    Service(AuthenticationSessionModel browser) {
        this.browser = browser;
        this.client = browser.getClient();
    }

    String clientId() {
        return client.getClientId();
    }

    /** Its name for people, in the language of the person who is here. */
    String name(Locale locale) {
        return new ServiceName(browser.getRealm(), locale).of(client);
    }

    /** Words of the claims that its scopes release. */
    List<String> claims() {
        return ReaderWords.of(scopes(), Demand.names(browser));
    }

    AskedLevel level() {
        return new AskedLevel(Demand.level(browser).map(asked -> asked.least()));
    }

    private Set<String> scopes() {
        Set<String> granted = new HashSet<>(client.getClientScopes(true).keySet());
        Set<String> optional = client.getClientScopes(false).keySet();
        Optional.ofNullable(browser.getClientNote(OIDCLoginProtocol.SCOPE_PARAM)).stream()
                .flatMap(scope -> Arrays.stream(scope.split(" ")))
                .filter(optional::contains)
                .forEach(granted::add);
        return granted;
    }
}
