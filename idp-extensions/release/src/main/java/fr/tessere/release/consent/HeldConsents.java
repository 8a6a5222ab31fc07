package fr.tessere.release.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The consents that one person gave and that still hold: for the person, who may look and withdraw. */
public final class HeldConsents {
    private final RealmModel realm;
    private final UserModel account;

    /** Those of this account. */
    public HeldConsents(RealmModel realm, UserModel account) {
        this.realm = realm;
        this.account = account;
    }

    /** All of them. */
    public List<Held> all(Instant at) {
        return realm.getClientsStream()
                .flatMap(client -> RememberedConsent.find(account, client, at).stream()
                        .map(answer -> new Held(
                                client, answer.agreed(), answer.until().minus(RememberedConsent.LIFE), answer.until())))
                .toList();
    }

    /** This service asks again next time; false if it has no consent. */
    public boolean withdraw(ClientModel service) {
        return RememberedConsent.forget(account, service);
    }

    /**
     * A consent.
     *
     * @param service that may receive something
     * @param claims names of what it may receive
     * @param since when it was given
     * @param until when it ends by itself
     */
    public record Held(ClientModel service, Set<String> claims, Instant since, Instant until) {
        public Held {
            claims = Set.copyOf(claims);
        }
    }
}
