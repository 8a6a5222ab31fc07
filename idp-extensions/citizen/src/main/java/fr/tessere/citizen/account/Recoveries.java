package fr.tessere.citizen.account;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** New codes that were asked for without a confirmed e-mail address: each waits, so that its owner can object. */
public final class Recoveries {
    /** Realm attribute: hours to wait. */
    public static final String ATTRIBUTE = "tessere.code-recovery-hours";

    private static final Duration DEFAULT = Duration.ofHours(72);

    private final EntityManager database;

    public Recoveries(KeycloakSession session) {
        database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** How long a new code waits in this realm; the default, three days, if its attribute is missing or cannot be read. */
    public static Duration waiting(RealmModel realm) {
        String hours = realm.getAttribute(ATTRIBUTE);
        return hours != null && hours.matches("[0-9]{1,4}") ? Duration.ofHours(Long.parseLong(hours)) : DEFAULT;
    }

    /** A new code is asked for now. Asking again while one waits changes nothing. */
    public Waiting ask(UserModel account, Duration waiting, Instant at) {
        return find(account).orElseGet(() -> {
            Instant opens = at.plus(waiting);
            database.persist(new RecoveryEntity(account.getId(), at.toEpochMilli(), opens.toEpochMilli()));
            return new Waiting(at, opens);
        });
    }

    /** The new code that was asked for, if one was. */
    public Optional<Waiting> find(UserModel account) {
        return Optional.ofNullable(database.find(RecoveryEntity.class, account.getId()))
                .map(row -> new Waiting(Instant.ofEpochMilli(row.asked()), Instant.ofEpochMilli(row.opens())));
    }

    /** Nobody waits any more: the code was chosen, or its owner came with the old one. True if somebody did. */
    public boolean end(UserModel account) {
        RecoveryEntity row = database.find(RecoveryEntity.class, account.getId());
        if (row != null) {
            database.remove(row);
        }
        return row != null;
    }

    /**
     * A new code that was asked for.
     *
     * @param asked when
     * @param opens when it may be chosen
     */
    public record Waiting(Instant asked, Instant opens) {
        /** True if it may be chosen now. */
        public boolean over(Instant at) {
            return !at.isBefore(opens);
        }
    }
}
