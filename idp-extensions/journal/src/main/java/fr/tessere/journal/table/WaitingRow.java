package fr.tessere.journal.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entry has no place in the tree yet. */
@Entity
@Table(name = "TESSERE_AUDIT_WAITING")
public class WaitingRow {
    @Id
    @Column(name = "ID")
    private String id = "";

    @Column(name = "LOG")
    private String log = "";

    protected WaitingRow() {}

    /** Of this entry in this log. */
    public WaitingRow(String id, String log) {
        this.id = id;
        this.log = log;
    }
}
