package fr.tessere.keycloak.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A document whose holder was compared with it at a counter. Who compared stands in the log, and nowhere else. */
@Entity
@Table(name = "TESSERE_COMPARISON")
@IdClass(DocumentKey.class)
public class ComparisonEntity {
    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realm = "";

    @Id
    @Column(name = "DIGEST", length = 64)
    private String digest = "";

    @Column(name = "ACCOUNT_ID", length = 36, nullable = false)
    private String account = "";

    @Column(name = "COMPARED", nullable = false)
    private long compared;

    @Column(name = "COUNTS_UNTIL", nullable = false)
    private long until;

    /** For JPA. */
    protected ComparisonEntity() {}

    ComparisonEntity(String realm, String digest) {
        this.realm = realm;
        this.digest = digest;
    }

    String account() {
        return account;
    }

    ComparisonEntity is(String account, Instant at, Instant until) {
        this.account = account;
        compared = at.toEpochMilli();
        this.until = until.toEpochMilli();
        return this;
    }

    Comparison comparison() {
        return new Comparison(digest, Instant.ofEpochMilli(compared), Instant.ofEpochMilli(until));
    }
}
