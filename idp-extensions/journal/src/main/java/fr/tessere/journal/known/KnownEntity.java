package fr.tessere.journal.known;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One fact, as it was known last. */
@Entity
@Table(name = "TESSERE_KNOWN")
public class KnownEntity {
    @Id
    @Column(name = "ID", length = 300)
    private String id = "";

    @Column(name = "LOG", length = 36, nullable = false)
    private String log = "";

    @Column(name = "SUBJECT", length = 20, nullable = false)
    private String subject = "";

    @Column(name = "FACT", length = 200, nullable = false)
    private String name = "";

    @Column(name = "FACT_VALUE", length = 200, nullable = false)
    private String value = "";

    /** For JPA. */
    protected KnownEntity() {}

    KnownEntity(String log, String subject, String name, String value) {
        this.id = id(log, subject, name);
        this.log = log;
        this.subject = subject;
        this.name = name;
        this.value = value;
    }

    static String id(String log, String subject, String name) {
        return log + " " + subject + " " + name;
    }

    String name() {
        return name;
    }

    String value() {
        return value;
    }
}
