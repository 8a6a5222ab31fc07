package fr.tessere.journal.known;

import fr.tessere.journal.table.TablesFactory;

/** The table of what was known last. */
public final class KnownTablesFactory extends TablesFactory {
    public KnownTablesFactory() {
        super("tessere-known", "META-INF/tessere-known-changelog.xml", KnownEntity.class);
    }
}
