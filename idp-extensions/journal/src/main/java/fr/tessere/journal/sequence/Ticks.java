package fr.tessere.journal.sequence;

import fr.tessere.audit.sql.SqlKeys;
import fr.tessere.audit.sql.SqlStore;
import fr.tessere.audit.store.BrokenLogException;
import fr.tessere.audit.store.Sequencer;
import fr.tessere.journal.beat.Beat;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.record.Journal;
import fr.tessere.journal.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One thread of this node that looks after the logs. Every node has one; for each log, one at a time does the work. */
public final class Ticks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.journal");
    /** A node that has not come back after this time is not waited for. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final int BATCH = 1_000;
    /** A log that does not grow shows that it is alive. */
    private static final Duration REFRESH = Duration.ofMinutes(5);
    /** A log in which nothing waits is looked at that often: each look is a write. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final KeycloakSessionFactory factory;
    private final JournalEquipment equipment;
    private final Sequencer sequencer;
    private final String node = UUID.randomUUID().toString();
    /** Logs whose rows are there. */
    private final Set<String> known = new HashSet<>();

    private Instant allSeen = Instant.EPOCH;
    private final Beat beat = new Beat("log");

    public Ticks(KeycloakSessionFactory factory, JournalEquipment equipment) {
        this.factory = factory;
        this.equipment = equipment;
        this.sequencer = new Sequencer(equipment.signer(), equipment.reader(), equipment.seen(), BATCH, REFRESH);
    }

    /** What has to go goes: once an hour, on whichever node comes first. */
    private void erase() {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                Map<String, Integer> months = new HashMap<>();
                equipment.months().forEach((retention, kept) -> months.put(retention.word(), kept));
                List<SqlKeys.MonthKey> erased = new Tables(session)
                        .with(on ->
                                new SqlKeys(on).erase(months, equipment.clock().instant()));
                erased.forEach(key -> Journal.erased(session, key.log(), key.retention(), key.month()));
            });
        } catch (RuntimeException accident) {
            LOG.errorf("keys of the log are not erased: %s", accident.getClass().getName());
        }
    }

    /** Begins. */
    public void start() {
        beat.every(equipment.tick(), this::tick);
        beat.every(Duration.ofMinutes(1), Duration.ofHours(1), this::erase);
    }

    private void tick() {
        try {
            Instant now = equipment.clock().instant();
            boolean all = now.isAfter(allSeen.plus(IDLE));
            List<String> logs = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> new Tables(session).with(all ? SqlStore::logs : SqlStore::waitingLogs));
            logs.forEach(this::look);
            allSeen = all ? now : allSeen;
        } catch (RuntimeException accident) {
            LOG.errorf("the log is not sequenced: %s", accident.getClass().getName());
        }
    }

    private void look(String log) {
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
                }
            } while (placed == BATCH);
        } catch (BrokenLogException broken) {
            LOG.errorf("log %s is broken, nothing is signed: %s", log, broken.getMessage());
        } catch (RuntimeException accident) {
            LOG.errorf("log %s is not sequenced: %s", log, accident.getClass().getName());
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
    }
}
