package fr.tessere.citizen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A digital identity: one person, one Keycloak account. */
@Entity
@Table(name = "TESSERE_CITIZEN")
public class CitizenEntity {
    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String account = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realm = "";

    @Column(name = "PERSON", length = 64, nullable = false)
    private String person = "";

    @Column(name = "AGREED", nullable = false)
    private long agreed;

    @Column(name = "TERMS", length = 16, nullable = false)
    private String terms = "";

    /** For JPA. */
    protected CitizenEntity() {}

    CitizenEntity(String account, String realm, String person, long agreed, String terms) {
        this.account = account;
        this.realm = realm;
        this.person = person;
        this.agreed = agreed;
        this.terms = terms;
    }

    String account() {
        return account;
    }

    String person() {
        return person;
    }

    long agreed() {
        return agreed;
    }
}
