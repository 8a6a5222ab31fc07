package fr.tessere.citizen.account;

import fr.tessere.keycloak.status.DocumentKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A document that opens an account: its digest, never its number. */
@Entity
@Table(name = "TESSERE_CITIZEN_DOCUMENT")
@IdClass(DocumentKey.class)
public class HeldDocumentEntity {
    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realm = "";

    @Id
    @Column(name = "DIGEST", length = 64)
    private String digest = "";

    @Column(name = "ACCOUNT_ID", length = 36, nullable = false)
    private String account = "";

    @Column(name = "DOCUMENT_TYPE", length = 2, nullable = false)
    private String type = "";

    @Column(name = "ISSUING_STATE", length = 3, nullable = false)
    private String issuer = "";

    @Column(name = "ADDED", nullable = false)
    private long added;

    @Column(name = "STATE", length = 16, nullable = false)
    private String state = "";

    @Column(name = "STATE_SINCE", nullable = false)
    private long since;

    /** For JPA. */
    protected HeldDocumentEntity() {}

    HeldDocumentEntity(String realm, String account, HeldDocument document) {
        this.realm = realm;
        this.account = account;
        digest = document.digest();
        type = document.type();
        issuer = document.issuingState();
        added = document.added().toEpochMilli();
        state = document.state().word();
        since = document.since().toEpochMilli();
    }

    String account() {
        return account;
    }

    HeldDocument document() {
        return new HeldDocument(
                digest,
                type,
                issuer,
                Instant.ofEpochMilli(added),
                HeldDocument.State.ofWord(state),
                Instant.ofEpochMilli(since));
    }

    void is(HeldDocument.State now, Instant at) {
        state = now.word();
        since = at.toEpochMilli();
    }
}
