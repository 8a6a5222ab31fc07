package fr.tessere.citizen.account;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** For each passkey the document that stood behind it, and who that said the person is, sealed; of nobody else anything. */
public final class KeptIdentities {
    private final EntityManager database;
    private final UserModel account;

    /** Those of one account. */
    public KeptIdentities(KeycloakSession session, UserModel account) {
        database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.account = account;
    }

    /** Keeps it for a new passkey, by the id of its credential. */
    public void keep(String passkey, KeptIdentity kept) {
        database.persist(new KeptIdentityEntity(passkey, account.getId(), kept));
    }

    /** What is kept for this passkey of this account; empty for one that came on another way. */
    public Optional<KeptIdentity> find(String passkey) {
        return Optional.ofNullable(database.find(KeptIdentityEntity.class, passkey))
                .filter(row -> row.account().equals(account.getId()))
                .map(KeptIdentityEntity::kept);
    }

    /** Forgets what is kept for passkeys that are not among these. */
    public void forgetAllBut(Collection<String> passkeys) {
        database
                .createQuery("from KeptIdentityEntity k where k.account = :account", KeptIdentityEntity.class)
                .setParameter("account", account.getId())
                .getResultList()
                .stream()
                .filter(row -> !passkeys.contains(row.passkey()))
                .forEach(database::remove);
    }
}
