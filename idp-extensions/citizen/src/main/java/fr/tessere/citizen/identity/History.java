package fr.tessere.citizen.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The history of accounts. Each is asked for by its own account only. */
final class History {
    private static final Duration KEPT = Duration.ofDays(366);

    private final EntityManager database;

    private History(EntityManager database) {
        this.database = database;
    }

    /** That of the database of this request. */
    static History of(KeycloakSession session) {
        return new History(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Adds a line. */
    void add(String account, SignedInLine line) {
        database.persist(new SignedInEntity(account, line));
    }

    /** Forgets what is older than a year, whoever signed in. */
    void forget(Instant now) {
        database.createQuery("delete from SignedInEntity s where s.at < :oldest")
                .setParameter("oldest", now.minus(KEPT).toEpochMilli())
                .executeUpdate();
    }

    /** The newest lines of this account. */
    List<SignedInLine> of(String account, int most, Instant at) {
        return database
                .createQuery(
                        "from SignedInEntity s where s.account = :account and s.at >= :oldest order by s.at desc",
                        SignedInEntity.class)
                .setParameter("account", account)
                .setParameter("oldest", at.minus(KEPT).toEpochMilli())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(SignedInEntity::line)
                .toList();
    }
}
