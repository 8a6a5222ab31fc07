package fr.tessere.journal.sequence;

import fr.tessere.audit.sql.SqlKeys;
import fr.tessere.audit.sql.SqlStore;
import fr.tessere.audit.store.BrokenLogException;
import fr.tessere.audit.store.Sequencer;
import fr.tessere.journal.beat.Beat;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.Retention;
import fr.tessere.journal.record.Journal;
import fr.tessere.journal.table.Tables;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Two threads of this node that look after the logs, one that gives places and one that erases keys. Every node has one; for each log, one at a time does the work. */
public final class Ticks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.journal");
    /** A node that has not come back after this time is not waited for. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final int BATCH = 1_000;
    /** A log that does not grow shows that it is alive. */
    private static final Duration REFRESH = Duration.ofMinutes(5);
    /** A log in which nothing waits is looked at that often: each look is a write. */
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** Between two looks at what has to go. What would be too old at the next one goes now, even if that one is late. */
    private static final Duration LOOK = Duration.ofHours(1);

    private static final Duration NEXT_LOOK = LOOK.multipliedBy(2);

    private final KeycloakSessionFactory factory;
    private final JournalEquipment equipment;
    private final List<String> aged;
    private final Sequencer sequencer;
    private final String node = UUID.randomUUID().toString();
    /** Logs whose rows are there. */
    private final Set<String> known = new HashSet<>();

    private Instant allSeen = Instant.EPOCH;
    private final Beat beat = new Beat(LOG, "log", "the log is not sequenced");
    private final Beat erasing = new Beat(LOG, "erasing", "what has to go stays");

    /**
     * Looks after the logs, and after what lies beside them.
     *
     * @param aged statements in JPQL, in their order: each deletes what is older than {@code :oldest}, in milliseconds, from tables that
     *     tell in plain words what staff did, and whose rows go as the keys of its entries do
     */
    public Ticks(KeycloakSessionFactory factory, JournalEquipment equipment, List<String> aged) {
        this.factory = factory;
        this.equipment = equipment;
        this.aged = List.copyOf(aged);
        this.sequencer = new Sequencer(equipment.signer(), equipment.reader(), equipment.seen(), BATCH, REFRESH);
    }

    /** What has to go goes: once an hour, on whichever node comes first. */
    private boolean erase() {
        Instant next = equipment.clock().instant().plus(NEXT_LOOK);
        boolean keys = erasing.tried("keys of the log are not erased", () -> eraseKeys(next));
        boolean acts = erasing.tried("old acts of staff are not deleted", () -> deleteAged(next));
        return keys && acts;
    }

    private boolean deleteAged(Instant next) {
        Instant oldest = next.atOffset(ZoneOffset.UTC)
                .minusMonths(Objects.requireNonNull(equipment.months().get(Retention.STAFF)))
                .toInstant();
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            EntityManager database =
                    session.getProvider(JpaConnectionProvider.class).getEntityManager();
            aged.forEach(old -> database.createQuery(old)
                    .setParameter("oldest", oldest.toEpochMilli())
                    .executeUpdate());
        });
        return true;
    }

    private boolean eraseKeys(Instant next) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            Map<String, Integer> months = new HashMap<>();
            equipment.months().forEach((retention, kept) -> months.put(retention.word(), kept));
            List<SqlKeys.MonthKey> erased = new Tables(session).with(on -> new SqlKeys(on).erase(months, next));
            erased.forEach(key -> Journal.erased(session, key.log(), key.retention(), key.month()));
        });
        return true;
    }

    /** Begins. */
    public void start() {
        beat.every(equipment.tick(), this::tick);
        erasing.every(Duration.ofMinutes(1), LOOK, this::erase);
    }

    private boolean tick() {
        Instant now = equipment.clock().instant();
        boolean all = now.isAfter(allSeen.plus(IDLE)) || now.isBefore(allSeen);
        List<String> logs = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new Tables(session).with(all ? SqlStore::logs : SqlStore::waitingLogs));
        logs.forEach(log -> beat.tried("log " + log + " is not sequenced", () -> look(log)));
        allSeen = all ? now : allSeen;
        return true;
    }

    private boolean look(String log) {
        try {
            if (!known.contains(log)) {
                create(log);
            }
            int placed;
            do {
                placed = KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> new Tables(session).with(on -> batch(new SqlStore(on, log), log)));
                if (placed > 0) {
                    known.add(log);
                    sequencer.stored(log);
                }
            } while (placed == BATCH);
            return true;
        } catch (BrokenLogException broken) {
            LOG.errorf("log %s is broken, nothing is signed: %s", log, broken.getMessage());
            return false;
        }
    }

    private int batch(SqlStore store, String log) throws java.sql.SQLException {
        Instant at = equipment.clock().instant();
        if (store.hold(node, at, LEASE)) {
            return sequencer.sequence(log, store, at);
        }
        sequencer.look(log, store);
        return 0;
    }

    /** Unless it is there. Another node may make it meanwhile. */
    private void create(String log) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> new Tables(session).with(on -> {
                        SqlStore store = new SqlStore(on, log);
                        if (!store.exists()) {
                            store.create();
                        }
                        return true;
                    }));
        } catch (RuntimeException another) {
            LOG.debugf("log %s is there by now", log);
        }
    }

    @Override
    public void close() {
        beat.close();
        erasing.close();
    }
}
