package fr.tessere.citizen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Who a person with a passkey is, sealed: what services learn when no document is read. */
@Entity
@Table(name = "TESSERE_KEPT_IDENTITY")
public class KeptIdentityEntity {
    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String account = "";

    @Column(name = "SEALED", length = 4000, nullable = false)
    private String sealed = "";

    @Column(name = "SINCE", nullable = false)
    private long since;

    /** For JPA. */
    protected KeptIdentityEntity() {}

    KeptIdentityEntity(String account) {
        this.account = account;
    }

    String sealed() {
        return sealed;
    }

    long since() {
        return since;
    }

    KeptIdentityEntity is(String text, long at) {
        sealed = text;
        since = at;
        return this;
    }
}
