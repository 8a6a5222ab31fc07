package fr.tessere.keycloak.status;

import fr.tessere.verification.assurance.KillSwitch;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.assurance.SwitchKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The switches of one realm, in the database. */
public final class SwitchTable {
    private static final String COUNTER = "switches";

    private final EntityManager database;
    private final String realm;

    SwitchTable(EntityManager database, String realm) {
        this.database = database;
        this.realm = realm;
    }

    /**
     * A switch that is set.
     *
     * @param kind what it turns off
     * @param value which one
     * @param since when it was set
     * @param reason in the officer's words
     */
    public record SetSwitch(SwitchKind kind, String value, Instant since, String reason) {}

    /** Number of changes made so far, in all realms. */
    long version() {
        return database.createQuery("select c.reached from CounterEntity c where c.name = :name", Long.class)
                .setParameter("name", COUNTER)
                .getSingleResult();
    }

    /** The switches as verification asks them. */
    KillSwitches switches() {
        Set<KillSwitch> set = new LinkedHashSet<>();
        all().forEach(one -> set.add(new KillSwitch(one.kind(), one.value())));
        return new KillSwitches(set);
    }

    /** All that are set, newest first. */
    public List<SetSwitch> all() {
        return database
                .createQuery("from SwitchEntity s where s.realm = :realm order by s.since desc", SwitchEntity.class)
                .setParameter("realm", realm)
                .getResultList()
                .stream()
                .map(row -> new SetSwitch(
                        SwitchKind.ofWord(row.kind()).orElseThrow(),
                        row.switched(),
                        Instant.ofEpochMilli(row.since()),
                        row.reason()))
                .toList();
    }

    /** True if it is set. */
    boolean isSet(KillSwitch wanted) {
        return find(wanted) != null;
    }

    /** Sets it; false if it is set already. */
    boolean set(KillSwitch wanted, String reason, Instant at) {
        count();
        if (find(wanted) != null) {
            return false;
        }
        database.persist(new SwitchEntity(key(wanted), at.toEpochMilli(), reason));
        return true;
    }

    /** Lifts it; false if it is not set. */
    boolean lift(KillSwitch wanted) {
        count();
        SwitchEntity row = find(wanted);
        if (row != null) {
            database.remove(row);
        }
        return row != null;
    }

    /** Takes the lock first: whoever changes switches does so alone. */
    private void count() {
        database.createQuery("update CounterEntity c set c.reached = c.reached + 1 where c.name = :name")
                .setParameter("name", COUNTER)
                .executeUpdate();
    }

    private @Nullable SwitchEntity find(KillSwitch wanted) {
        return database.find(SwitchEntity.class, key(wanted));
    }

    private SwitchEntity.Key key(KillSwitch wanted) {
        return new SwitchEntity.Key(realm, wanted.kind().word(), wanted.value());
    }
}
