package fr.tessere.journal.alert;

import fr.tessere.audit.alert.Alarm;
import fr.tessere.audit.alert.RuleKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** An alert of one log. */
@Entity
@Table(name = "TESSERE_ALERT")
public class AlertEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "LOG", length = 36, nullable = false)
    private String log = "";

    @Column(name = "RULE", length = 20, nullable = false)
    private String rule = "";

    @Column(name = "SUBJECT", length = 500, nullable = false)
    private String subject = "";

    @Column(name = "FIRST_AT", nullable = false)
    private long first;

    @Column(name = "LAST_AT", nullable = false)
    private long last;

    @Column(name = "COUNTED", nullable = false)
    private int count;

    @Column(name = "ENTRIES", length = 300, nullable = false)
    private String entries = "";

    @Column(name = "RAISED_AT", nullable = false)
    private long raised;

    @Column(name = "KEEPER", length = 36, nullable = false)
    private String keeper = "";

    @Column(name = "SEEN_AT", nullable = false)
    private long seen;

    @Column(name = "NOTE", length = 300, nullable = false)
    private String note = "";

    /** For JPA. */
    protected AlertEntity() {}

    AlertEntity(String id, String log, Alarm alarm, Instant at) {
        this.id = id;
        this.log = log;
        rule = alarm.kind().word();
        subject = alarm.subject();
        first = alarm.first().toEpochMilli();
        raised = at.toEpochMilli();
        seen = raised;
        grow(alarm);
    }

    /** The same goes on. */
    final void grow(Alarm alarm) {
        last = Math.max(last, alarm.last().toEpochMilli());
        count = Math.max(count, alarm.count());
        entries = String.join(" ", alarm.entries());
    }

    String id() {
        return id;
    }

    Alert alert() {
        Alarm alarm = new Alarm(
                RuleKind.ofWord(rule).orElseThrow(),
                subject,
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                count,
                entries.isEmpty() ? List.of() : List.of(entries.split(" ")));
        return new Alert(id, alarm, Instant.ofEpochMilli(raised), keeper, Instant.ofEpochMilli(seen), note);
    }
}
