package fr.tessere.citizen.account;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Sealed identities of people who have a passkey, and of nobody else. */
public final class KeptIdentities {
    private final EntityManager database;

    public KeptIdentities(KeycloakSession session) {
        database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Keeps it in place of an earlier one; the text is sealed for this account. */
    public void keep(UserModel account, String sealed, Instant at) {
        KeptIdentityEntity known = database.find(KeptIdentityEntity.class, account.getId());
        KeptIdentityEntity row = known == null ? new KeptIdentityEntity(account.getId()) : known;
        database.persist(row.is(sealed, at.toEpochMilli()));
    }

    /** The sealed text. */
    public Optional<String> find(UserModel account) {
        return Optional.ofNullable(database.find(KeptIdentityEntity.class, account.getId()))
                .map(KeptIdentityEntity::sealed);
    }

    /** Since when something is kept. */
    public Optional<Instant> since(UserModel account) {
        return Optional.ofNullable(database.find(KeptIdentityEntity.class, account.getId()))
                .map(row -> Instant.ofEpochMilli(row.since()));
    }

    /** Forgets it. */
    public void forget(UserModel account) {
        Optional.ofNullable(database.find(KeptIdentityEntity.class, account.getId()))
                .ifPresent(database::remove);
    }
}
