package fr.tessere.citizen.account;

import fr.tessere.keycloak.login.SessionIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The document behind a passkey, and who its holder is, sealed: what services learn when no document is read. */
@Entity
@Table(name = "TESSERE_PASSKEY")
public class KeptIdentityEntity {
    @Id
    @Column(name = "CREDENTIAL_ID", length = 36)
    private String passkey = "";

    @Column(name = "ACCOUNT_ID", length = 36, nullable = false)
    private String account = "";

    @Column(name = "DIGEST", length = 64, nullable = false)
    private String digest = "";

    @Column(name = "SEALED", length = 4000, nullable = false)
    private String sealed = "";

    @Column(name = "SINCE", nullable = false)
    private long since;

    /** For JPA. */
    protected KeptIdentityEntity() {}

    KeptIdentityEntity(String passkey, String account, KeptIdentity kept) {
        this.passkey = passkey;
        this.account = account;
        digest = kept.identity().document();
        sealed = kept.identity().sealed();
        since = kept.since().toEpochMilli();
    }

    String passkey() {
        return passkey;
    }

    String account() {
        return account;
    }

    KeptIdentity kept() {
        return new KeptIdentity(new SessionIdentity(sealed, digest), Instant.ofEpochMilli(since));
    }
}
