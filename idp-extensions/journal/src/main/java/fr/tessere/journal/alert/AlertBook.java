package fr.tessere.journal.alert;

import fr.tessere.audit.alert.Alarm;
import fr.tessere.audit.alert.Rule;
import fr.tessere.audit.alert.RuleKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Alerts and rules of one log, inside the transaction of one request. */
public final class AlertBook {
    /** Delete the alerts that were raised before {@code :oldest}, of every log, and how they reached somebody. */
    public static final List<String> OLD = List.of(
            "delete from DeliveryEntity d where d.alert in (select a.id from AlertEntity a where a.raised < :oldest)",
            "delete from AlertEntity a where a.raised < :oldest");

    private static final int SHOWN = 200;
    private static final int AT_ONCE = 20;

    private final EntityManager database;
    private final String log;

    public AlertBook(KeycloakSession session, String log) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.log = log;
    }

    /**
     * How an alert reached somebody.
     *
     * @param channel word
     * @param standing {@code waiting}, {@code delivered}, {@code given-up}
     * @param tries so far
     */
    public record Delivered(String channel, String standing, int tries) {}

    /** All rules, each as officers have set it, or as it was delivered. */
    public List<Rule> rules() {
        return Arrays.stream(RuleKind.values()).map(this::rule).toList();
    }

    /** The rule of this kind. */
    public Rule rule(RuleKind kind) {
        return Optional.ofNullable(database.find(RuleEntity.class, RuleEntity.id(log, kind.word())))
                .flatMap(row -> Rule.of(kind, row.text()))
                .orElseGet(kind::standard);
    }

    /** Sets a rule. */
    public void set(Rule rule) {
        RuleEntity row =
                database.find(RuleEntity.class, RuleEntity.id(log, rule.kind().word()));
        if (row == null) {
            database.persist(new RuleEntity(log, rule.kind().word(), rule.text()));
        } else {
            row.is(rule.text());
        }
    }

    /** Alerts that nobody has acknowledged, or those that somebody has; newest first. */
    public List<Alert> alerts(boolean open) {
        return list("a.keeper " + (open ? "= ''" : "<> ''") + " order by a.raised desc", SHOWN).stream()
                .map(AlertEntity::alert)
                .toList();
    }

    /** Alerts that nobody has acknowledged and that somebody who should have heard of them did not take: that many deliveries. */
    public long undelivered() {
        return count(
                ", DeliveryEntity d where d.log = ?1 and d.standing = ?2 and a.id = d.alert", DeliveryEntity.GIVEN_UP);
    }

    /** Proofs of the log that did not hold, and that nobody has acknowledged. */
    public long unproven() {
        return count(" where a.rule = ?2 and a.subject like '" + Follower.PROOF + "%'", RuleKind.INTEGRITY.word());
    }

    private long count(String what, String value) {
        return database.createQuery(
                        "select count(*) from AlertEntity a" + what + " and a.log = ?1 and a.keeper = ''", Long.class)
                .setParameter(1, log)
                .setParameter(2, value)
                .getSingleResult();
    }

    /** The deliveries of an alert. */
    public List<Delivered> deliveries(String alert) {
        return database
                .createQuery(
                        "from DeliveryEntity d where d.log = ?1 and d.alert = ?2 order by d.channel",
                        DeliveryEntity.class)
                .setParameter(1, log)
                .setParameter(2, alert)
                .getResultList()
                .stream()
                .map(row -> new Delivered(row.channel(), row.standing(), row.tries()))
                .toList();
    }

    /** An officer has seen it; false if somebody had, or if there is none. */
    public boolean acknowledge(String alert, String officer, String note, Instant at) {
        return database.createQuery("update AlertEntity a set a.keeper = :officer, a.note = :note, a.seen = :at"
                                + " where a.id = :id and a.log = :log and a.keeper = ''")
                        .setParameter("officer", officer)
                        .setParameter("note", note)
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("id", alert)
                        .setParameter("log", log)
                        .executeUpdate()
                == 1;
    }

    /** The alert of this id. */
    public Optional<Alert> find(String id) {
        return list("a.id = ?2", 1, id).stream().findFirst().map(AlertEntity::alert);
    }

    /** Keeps an alarm; the id of a new alert, or empty if one that is open and overlaps it grows. Seen twice, it counts once. */
    Optional<String> raise(Alarm alarm, Set<Channel> channels, Instant at) {
        Optional<AlertEntity> same = list(
                        "a.rule = ?2 and a.subject = ?3 and a.last >= ?4 and a.first <= ?5 and (a.keeper = '' or a.last >= ?5)"
                                + " order by a.raised desc",
                        1,
                        alarm.kind().word(),
                        alarm.subject(),
                        alarm.first().toEpochMilli(),
                        alarm.last().toEpochMilli())
                .stream()
                .findFirst();
        if (same.isPresent()) {
            same.get().grow(alarm);
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        database.persist(new AlertEntity(id, log, alarm, at));
        channels.forEach(channel -> database.persist(new DeliveryEntity(log, id, channel, at)));
        return Optional.of(id);
    }

    /** Deliveries whose turn it is. */
    List<DeliveryEntity> due(Instant at) {
        return database.createQuery(
                        "from DeliveryEntity d where d.log = ?1 and d.standing = 'waiting' and d.next <= ?2 order by d.next",
                        DeliveryEntity.class)
                .setParameter(1, log)
                .setParameter(2, at.toEpochMilli())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    void tried(String delivery, boolean delivered, Backoff backoff, Instant at) {
        DeliveryEntity row = database.find(DeliveryEntity.class, delivery);
        if (row != null) {
            row.tried(delivered, backoff, at);
        }
    }

    private List<AlertEntity> list(String where, int most, Object... values) {
        var query = database.createQuery("from AlertEntity a where a.log = ?1 and " + where, AlertEntity.class)
                .setParameter(1, log)
                .setMaxResults(most);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 2, values[i]);
        }
        return query.getResultList();
    }
}
