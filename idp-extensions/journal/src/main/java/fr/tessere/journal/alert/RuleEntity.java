package fr.tessere.journal.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A rule that officers have set otherwise than it was delivered. */
@Entity
@Table(name = "TESSERE_ALERT_RULE")
public class RuleEntity {
    @Id
    @Column(name = "ID", length = 60)
    private String id = "";

    @Column(name = "LOG", length = 36, nullable = false)
    private String log = "";

    @Column(name = "RULE", length = 20, nullable = false)
    private String rule = "";

    @Column(name = "RULE_TEXT", length = 40, nullable = false)
    private String text = "";

    /** For JPA. */
    protected RuleEntity() {}

    RuleEntity(String log, String rule, String text) {
        this.id = id(log, rule);
        this.log = log;
        this.rule = rule;
        this.text = text;
    }

    static String id(String log, String rule) {
        return log + " " + rule;
    }

    void is(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
