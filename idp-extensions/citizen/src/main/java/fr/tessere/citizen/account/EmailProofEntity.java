package fr.tessere.citizen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An e-mail address that an account gave and that nobody has confirmed yet. */
@Entity
@Table(name = "TESSERE_EMAIL_PROOF")
public class EmailProofEntity {
    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String account = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realm = "";

    @Column(name = "ADDRESS", length = 255, nullable = false)
    private String address = "";

    @Column(name = "TOKEN", length = 64, nullable = false)
    private String token = "";

    @Column(name = "EXPIRES", nullable = false)
    private long expires;

    /** For JPA. */
    protected EmailProofEntity() {}

    EmailProofEntity(String account, String realm) {
        this.account = account;
        this.realm = realm;
    }

    String account() {
        return account;
    }

    String address() {
        return address;
    }

    long expires() {
        return expires;
    }

    EmailProofEntity is(String address, String token, long expires) {
        this.address = address;
        this.token = token;
        this.expires = expires;
        return this;
    }
}
