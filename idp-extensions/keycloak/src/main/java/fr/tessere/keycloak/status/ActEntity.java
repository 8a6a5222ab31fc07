package fr.tessere.keycloak.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One act of an officer, never changed afterwards: before, after, who, when, why. */
@Entity
@Table(name = "TESSERE_OFFICER_ACT")
public class ActEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realm = "";

    @Column(name = "AREA", length = 16, nullable = false)
    private String area = "";

    @Column(name = "SUBJECT", length = 200, nullable = false)
    private String subject = "";

    @Column(name = "STATE_BEFORE", length = 40, nullable = false)
    private String before = "";

    @Column(name = "STATE_AFTER", length = 40, nullable = false)
    private String after = "";

    @Column(name = "OFFICER", length = 36, nullable = false)
    private String officer = "";

    @Column(name = "REASON", length = 300, nullable = false)
    private String reason = "";

    @Column(name = "ACT_TIME", nullable = false)
    private long time;

    /** For JPA. */
    protected ActEntity() {}

    ActEntity(String id, String realm, OfficerAct act) {
        this.id = id;
        this.realm = realm;
        area = act.area().word();
        subject = act.subject();
        before = act.before();
        after = act.after();
        officer = act.officer();
        reason = act.reason();
        time = act.at().toEpochMilli();
    }

    OfficerAct act() {
        return new OfficerAct(
                OfficerAct.Area.ofWord(area),
                subject,
                before,
                after,
                officer,
                reason,
                java.time.Instant.ofEpochMilli(time));
    }
}
