package fr.tessere.keycloak.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A number that grows with every change. Its row is the lock under which changes are made, so they become visible in the
 * order of their numbers and none can be overlooked.
 */
@Entity
@Table(name = "TESSERE_COUNTER")
public class CounterEntity {
    @Id
    @Column(name = "NAME", length = 40)
    private String name = "";

    @Column(name = "REACHED", nullable = false)
    private long reached;

    /** For JPA. */
    protected CounterEntity() {}

    String name() {
        return name;
    }

    long reached() {
        return reached;
    }
}
