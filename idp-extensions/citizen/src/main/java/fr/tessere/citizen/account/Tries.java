package fr.tessere.citizen.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Counts wrong codes of an account in the database, for all nodes, browsers and addresses together. A try is taken from the
 * account before the code is looked at, in a transaction of its own: neither many requests at once nor one that breaks off
 * gets a try for nothing.
 */
public final class Tries {
    private final KeycloakSessionFactory factory;
    private final TryPolicy policy;

    public Tries(KeycloakSession session, TryPolicy policy) {
        factory = session.getKeycloakSessionFactory();
        this.policy = policy;
    }

    /** Takes a try, if the account has one now. */
    public Turn take(String account, Instant at) {
        return locked(account, row -> {
            Turn turn = turn(row, at);
            if (turn.granted()) {
                int wrong = row.wrong() + 1;
                row.are(wrong, policy.next(wrong, at).toEpochMilli());
            }
            return turn;
        });
    }

    /** Where the account stands, without taking a try. */
    public Turn look(String account, Instant at) {
        return locked(account, row -> turn(row, at));
    }

    /** The code was right, or is a new one: nothing is held against the account any more. */
    public void forget(String account) {
        locked(account, row -> {
            row.are(0, 0);
            return row.wrong();
        });
    }

    private Turn turn(TriesEntity row, Instant at) {
        if (policy.blocks(row.wrong())) {
            return new Turn(row.wrong(), Optional.empty(), true);
        }
        Optional<Instant> next = Optional.of(Instant.ofEpochMilli(row.next())).filter(at::isBefore);
        return new Turn(row.wrong(), next, false);
    }

    private <T> T locked(String account, Function<TriesEntity, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> work.apply(session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .find(TriesEntity.class, account, LockModeType.PESSIMISTIC_WRITE)));
    }

    /**
     * Whether a code may be tried now.
     *
     * @param wrong wrong codes so far
     * @param next when the next may be tried, if not now
     * @param blocked true if none may be tried any more
     */
    public record Turn(int wrong, Optional<Instant> next, boolean blocked) {
        /** True if one may be tried now. */
        public boolean granted() {
            return !blocked && next.isEmpty();
        }
    }
}
