package fr.tessere.keycloak.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A country signer's certificate that two officers have confirmed, for the whole installation. */
@Entity
@Table(name = "TESSERE_CONFIRMED")
public class ConfirmedEntity {
    @Id
    @Column(name = "FINGERPRINT", length = 64)
    private String fingerprint = "";

    @Column(name = "SINCE", nullable = false)
    private long since;

    @Column(name = "REASON", length = 300, nullable = false)
    private String reason = "";

    /** For JPA. */
    protected ConfirmedEntity() {}

    ConfirmedEntity(String fingerprint, long since, String reason) {
        this.fingerprint = fingerprint;
        this.since = since;
        this.reason = reason;
    }

    String fingerprint() {
        return fingerprint;
    }

    long since() {
        return since;
    }

    String reason() {
        return reason;
    }
}
