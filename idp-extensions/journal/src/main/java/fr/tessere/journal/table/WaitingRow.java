package fr.tessere.journal.table;

import fr.tessere.audit.receipt.Entry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entry that has no place in the tree yet: written with the act, taken away when it gets its place. */
@Entity
@Table(name = "TESSERE_AUDIT_WAITING")
public class WaitingRow {
    @Id
    @Column(name = "ID")
    private String id = "";

    @Column(name = "LOG")
    private String log = "";

    @Column(name = "ACT_TIME")
    private long at;

    @Column(name = "ENTRY_TEXT", length = Entry.LONGEST)
    private String text = "";

    protected WaitingRow() {}

    /** Of this entry. */
    public WaitingRow(Entry entry) {
        this.id = entry.id().text();
        this.log = entry.log();
        this.at = entry.at().toEpochMilli();
        this.text = entry.text();
    }
}
