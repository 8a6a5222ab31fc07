package fr.tessere.keycloak.proposal;

import fr.tessere.keycloak.status.OfficerAct;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A proposal; once it is decided it is never changed. */
@Entity
@Table(name = "TESSERE_PROPOSAL")
public class ProposalEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realm = "";

    @Column(name = "AREA", length = 16, nullable = false)
    private String area = "";

    @Column(name = "SUBJECT", length = 200, nullable = false)
    private String subject = "";

    @Column(name = "VALUE_BEFORE", length = 500, nullable = false)
    private String before = "";

    @Column(name = "VALUE_AFTER", length = 500, nullable = false)
    private String after = "";

    @Column(name = "URGENT", nullable = false)
    private boolean urgent;

    @Column(name = "PROPOSER", length = 36, nullable = false)
    private String proposer = "";

    @Column(name = "REASON", length = 300, nullable = false)
    private String reason = "";

    @Column(name = "PROPOSED_AT", nullable = false)
    private long at;

    @Column(name = "ENDS_AT", nullable = false)
    private long until;

    @Column(name = "STANDING", length = 12, nullable = false)
    private String standing = "";

    @Column(name = "DECIDER", length = 36, nullable = false)
    private String decider = "";

    @Column(name = "DECIDED_AT", nullable = false)
    private long decided;

    @Column(name = "ANSWER", length = 300, nullable = false)
    private String answer = "";

    /** For JPA. */
    protected ProposalEntity() {}

    ProposalEntity(String realm, Proposal proposal) {
        this.realm = realm;
        id = proposal.id();
        area = proposal.change().area().word();
        subject = proposal.change().subject();
        before = proposal.change().before();
        after = proposal.change().after();
        urgent = proposal.urgent();
        proposer = proposal.proposer();
        reason = proposal.reason();
        at = proposal.at().toEpochMilli();
        until = proposal.until().toEpochMilli();
        standing = proposal.standing().word();
        decider = proposal.decider();
        decided = proposal.decided().toEpochMilli();
        answer = proposal.answer();
    }

    Proposal proposal() {
        return new Proposal(
                id,
                new Change(OfficerAct.Area.ofWord(area), subject, before, after),
                urgent,
                proposer,
                reason,
                Instant.ofEpochMilli(at),
                Instant.ofEpochMilli(until),
                Proposal.Standing.ofWord(standing),
                decider,
                Instant.ofEpochMilli(decided),
                answer);
    }
}
