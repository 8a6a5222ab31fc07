package fr.tessere.citizen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A new code was asked for, and the waiting time before it may be chosen runs. */
@Entity
@Table(name = "TESSERE_CODE_RECOVERY")
public class RecoveryEntity {
    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String account = "";

    @Column(name = "ASKED", nullable = false)
    private long asked;

    @Column(name = "OPENS", nullable = false)
    private long opens;

    /** For JPA. */
    protected RecoveryEntity() {}

    RecoveryEntity(String account, long asked, long opens) {
        this.account = account;
        this.asked = asked;
        this.opens = opens;
    }

    long asked() {
        return asked;
    }

    long opens() {
        return opens;
    }
}
