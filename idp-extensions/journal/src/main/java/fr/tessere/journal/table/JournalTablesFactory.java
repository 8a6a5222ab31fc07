package fr.tessere.journal.table;

/** The tables of the log. */
public final class JournalTablesFactory extends TablesFactory {
    public JournalTablesFactory() {
        super("tessere-journal", "META-INF/tessere-journal-changelog.xml", WaitingRow.class);
    }
}
