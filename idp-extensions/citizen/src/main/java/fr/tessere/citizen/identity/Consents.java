package fr.tessere.citizen.identity;

import fr.tessere.keycloak.login.Reception;
import fr.tessere.release.consent.HeldConsents;
import fr.tessere.release.consent.HeldConsents.Held;
import fr.tessere.release.consent.ReleaseTexts;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;

/** What one person agreed to that services receive, and how it ends. */
final class Consents {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Reception reception;
    private final UserModel account;

    Consents(KeycloakSession session, Reception reception, UserModel account) {
        this.session = session;
        this.reception = reception;
        this.account = account;
        realm = session.getContext().getRealm();
    }

    /** Ready for people; times in their own way of writing. */
    List<Lines.Consent> all(Function<Instant, String> time) {
        ReleaseTexts texts = new ReleaseTexts(reception.locale());
        return held().all(reception.now()).stream()
                .map(one -> new Lines.Consent(
                        one.service().getClientId(),
                        reception.service(one.service()),
                        texts(one, texts),
                        time.apply(one.since()),
                        time.apply(one.until())))
                .toList();
    }

    private static List<String> texts(Held one, ReleaseTexts texts) {
        return one.claims().stream()
                .map(claim -> texts.of("claim." + claim))
                .sorted()
                .toList();
    }

    /** The service asks again next time, and its sessions end; false if there is no such consent. */
    boolean withdraw(String service) {
        ClientModel client = realm.getClientByClientId(service);
        if (client == null || !held().withdraw(client)) {
            return false;
        }
        AuthenticationManager.backchannelLogoutUserFromClient(
                session,
                realm,
                account,
                client,
                session.getContext().getUri(),
                session.getContext().getRequestHeaders());
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.REVOKE_GRANT)
                .client(client)
                .user(account)
                .success();
        return true;
    }

    private HeldConsents held() {
        return new HeldConsents(realm, account);
    }
}
