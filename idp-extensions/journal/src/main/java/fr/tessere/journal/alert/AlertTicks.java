package fr.tessere.journal.alert;

import fr.tessere.audit.alert.Alarm;
import fr.tessere.audit.alert.Rule;
import fr.tessere.audit.sql.SqlStore;
import fr.tessere.audit.sql.SqlTail;
import fr.tessere.journal.beat.Beat;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.record.Journal;
import fr.tessere.journal.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One thread of this node that follows the logs. Every node has one; each log is followed by one at a time. */
public final class AlertTicks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.journal");
    /** A node that has not come back after this time is not waited for. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** What happened longer ago is told to nobody: a log may be old when it is followed for the first time. */
    private static final Duration NEWS = Duration.ofHours(24);

    private final KeycloakSessionFactory factory;
    private final JournalEquipment equipment;
    private final AlertSettings settings;
    private final Deliveries deliveries;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, Follower> followers = new HashMap<>();
    private final Beat beat = new Beat(LOG, "alerts", "alerts are not looked for");

    public AlertTicks(KeycloakSessionFactory factory, JournalEquipment equipment, AlertSettings settings) {
        this.factory = factory;
        this.equipment = equipment;
        this.settings = settings;
        this.deliveries = new Deliveries(factory, settings, equipment.clock());
    }

    /** Begins. */
    public void start() {
        beat.every(settings.tick(), this::tick);
    }

    private boolean tick() {
        boolean all = true;
        List<String> logs = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new Tables(session).with(SqlStore::logs));
        for (String log : logs) {
            all &= look(log);
        }
        return all;
    }

    /** False if this node should have followed it and could not. */
    private boolean look(String log) {
        boolean followed = beat.tried("log " + log + " is not followed", () -> follow(log));
        if (!followed) {
            followers.remove(log);
        }
        return followed;
    }

    private boolean follow(String log) {
        if (!hold(log)) {
            followers.remove(log);
            return true;
        }
        boolean more = true;
        while (more) {
            more = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> follow(session, log));
        }
        try {
            deliveries.send(log);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private boolean hold(String log) {
        boolean exists = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new Tables(session).with(on -> new SqlTail(on, log).exists()));
        if (!exists) {
            create(log);
        }
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> new Tables(session)
                        .with(on -> new SqlTail(on, log)
                                .hold(node, equipment.clock().instant(), LEASE)));
    }

    /** Another node may have made it meanwhile. */
    private void create(String log) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> new Tables(session).with(on -> {
                        new SqlTail(on, log).create();
                        return true;
                    }));
        } catch (RuntimeException another) {
            LOG.debugf("somebody follows log %s by now", log);
        }
    }

    private boolean follow(KeycloakSession session, String log) {
        Instant now = equipment.clock().instant();
        AlertBook book = new AlertBook(session, log);
        List<Rule> rules = book.rules();
        List<Alarm> found = new Tables(session).with(on -> {
            SqlTail tail = new SqlTail(on, log);
            Follower follower = followers.get(log);
            if (follower == null || !follower.rules().equals(rules)) {
                follower = new Follower(rules, tail.size());
                followers.put(log, follower);
            }
            List<Alarm> alarms = new ArrayList<>(follower.read(tail));
            alarms.addAll(follower.integrity(on, equipment, log, now));
            return alarms;
        });
        found.stream()
                .filter(alarm -> alarm.last().isAfter(now.minus(NEWS)))
                .forEach(alarm -> raise(session, book, log, alarm, now));
        return Objects.requireNonNull(followers.get(log)).hasMore();
    }

    private void raise(KeycloakSession session, AlertBook book, String log, Alarm alarm, Instant now) {
        book.raise(alarm, settings.channels(), now)
                .ifPresent(id -> Journal.raised(session, log, id, alarm.kind().word(), alarm.subject(), alarm.count()));
    }

    @Override
    public void close() {
        beat.close();
    }
}
