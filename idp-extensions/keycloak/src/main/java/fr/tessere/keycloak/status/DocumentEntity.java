package fr.tessere.keycloak.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A document that is reported or blocked now. */
@Entity
@Table(name = "TESSERE_DOCUMENT")
@IdClass(DocumentKey.class)
public class DocumentEntity {
    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realm = "";

    @Id
    @Column(name = "DIGEST", length = 64)
    private String digest = "";

    @Column(name = "STATUS", length = 16, nullable = false)
    private String status = "";

    @Column(name = "SINCE", nullable = false)
    private long since;

    @Column(name = "REPORTED_BY", length = 36, nullable = false)
    private String reportedBy = "";

    @Column(name = "REASON", length = 300, nullable = false)
    private String reason = "";

    /** For JPA. */
    protected DocumentEntity() {}

    DocumentEntity(String realm, String digest) {
        this.realm = realm;
        this.digest = digest;
    }

    DocumentEntity is(String status, long since, String reportedBy, String reason) {
        this.status = status;
        this.since = since;
        this.reportedBy = reportedBy;
        this.reason = reason;
        return this;
    }

    String digest() {
        return digest;
    }

    String status() {
        return status;
    }

    long since() {
        return since;
    }

    String reason() {
        return reason;
    }
}
