package fr.tessere.citizen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Wrong codes of one account since the last right one. Its row is the lock under which a code is tried. */
@Entity
@Table(name = "TESSERE_CODE_TRIES")
public class TriesEntity {
    @Id
    @Column(name = "ACCOUNT_ID", length = 36)
    private String account = "";

    @Column(name = "WRONG", nullable = false)
    private int wrong;

    @Column(name = "NEXT_TRY", nullable = false)
    private long next;

    /** For JPA. */
    protected TriesEntity() {}

    TriesEntity(String account) {
        this.account = account;
    }

    String account() {
        return account;
    }

    int wrong() {
        return wrong;
    }

    long next() {
        return next;
    }

    void are(int wrong, long next) {
        this.wrong = wrong;
        this.next = next;
    }
}
