package fr.tessere.journal.alert;

import fr.tessere.audit.alert.Alarm;
import fr.tessere.audit.alert.Rule;
import fr.tessere.audit.alert.RuleKind;
import fr.tessere.audit.alert.Watch;
import fr.tessere.audit.sql.SqlTail;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.publish.Integrity;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far this node has followed one log. Whoever takes over begins a while back: what was raised already is not raised again. */
final class Follower {
    /** Entries at once. */
    private static final int BATCH = 1_000;
    /** Entries that a new follower looks back. */
    private static final int BACK = 50_000;
    /** Before the word of a proof that does not hold. */
    static final String PROOF = "proof ";
    /** Between two proofs of the log. */
    private static final Duration PROOFS = Duration.ofMinutes(1);

    private final List<Rule> rules;
    private final Watch watch;
    private long place;
    private boolean more = true;
    private Instant proven = Instant.EPOCH;

    Follower(List<Rule> rules, long size) {
        this.rules = rules;
        this.watch = new Watch(rules);
        this.place = Math.max(0, size - BACK);
    }

    List<Rule> rules() {
        return rules;
    }

    /** True if there may be entries that were not read yet. */
    boolean hasMore() {
        return more;
    }

    /** Reads on. */
    List<Alarm> read(SqlTail tail) {
        List<SqlTail.Placed> entries = tail.from(place, BATCH);
        List<Alarm> alarms = new ArrayList<>();
        for (SqlTail.Placed one : entries) {
            one.entry().ifPresent(entry -> alarms.addAll(watch.see(entry)));
            place = one.place() + 1;
        }
        more = entries.size() == BATCH;
        return alarms;
    }

    /** Once a minute: does the log hold, and does it go on? */
    List<Alarm> integrity(Connection on, JournalEquipment equipment, String log, Instant now) {
        Optional<Rule> rule = rules.stream()
                .filter(one -> one.kind() == RuleKind.INTEGRITY && one.on())
                .findFirst();
        boolean lately = !now.isBefore(proven) && now.isBefore(proven.plus(PROOFS));
        if (rule.isEmpty() || lately) {
            return List.of();
        }
        proven = now;
        List<Alarm> alarms = new ArrayList<>();
        Integrity.of(on, equipment, log).run().stream()
                .filter(step -> !step.holds())
                .forEach(step -> alarms.add(alarm(PROOF + step.word(), now, now)));
        new SqlTail(on, log)
                .waitingSince()
                .filter(since -> since.isBefore(now.minus(rule.get().within())))
                .ifPresent(since -> alarms.add(alarm("waiting", since, now)));
        return alarms;
    }

    private static Alarm alarm(String subject, Instant first, Instant last) {
        return new Alarm(RuleKind.INTEGRITY, subject, first, last, 1, List.of());
    }
}
