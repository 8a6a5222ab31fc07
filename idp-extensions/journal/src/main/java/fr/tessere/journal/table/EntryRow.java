package fr.tessere.journal.table;

import fr.tessere.audit.receipt.Entry;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entry: its text, and what of it one searches for. */
@jakarta.persistence.Entity
@Table(name = "TESSERE_AUDIT_ENTRY")
public class EntryRow {
    @Id
    @Column(name = "ID")
    private String id = "";

    @Column(name = "LOG")
    private String log = "";

    @Column(name = "ACT_TIME")
    private long time;

    @Column(name = "KIND")
    private String kind = "";

    @Column(name = "OUTCOME")
    private String outcome = "";

    @Column(name = "CLIENT")
    private @Nullable String client;

    @Column(name = "ASSURANCE")
    private @Nullable String level;

    @Column(name = "COUNTRY")
    private @Nullable String country;

    @Column(name = "PERSON")
    private @Nullable String person;

    @Column(name = "DOCUMENT")
    private @Nullable String document;

    @Column(name = "SESSION_DIGEST")
    private @Nullable String session;

    @Column(name = "ENTRY_TEXT")
    private String text = "";

    protected EntryRow() {}

    /** The row of an entry. */
    public EntryRow(Entry entry) {
        id = entry.id().text();
        log = entry.log();
        time = entry.at().toEpochMilli();
        kind = entry.kind();
        outcome = entry.outcome();
        client = entry.value("client").orElse(null);
        level = entry.value("level").orElse(null);
        country = entry.value("country").orElse(null);
        person = entry.value("person").orElse(null);
        document = entry.value("document").orElse(null);
        session = entry.value("session").orElse(null);
        text = entry.text();
    }

    /** The entry's text. */
    public String text() {
        return text;
    }
}
