package fr.tessere.journal.table;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The tables of the log, for Keycloak's own persistence. */
final class JournalTables implements JpaEntityProvider {
    @Override
    public List<Class<?>> getEntities() {
        return List.of(EntryRow.class, WaitingRow.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/tessere-journal-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return JournalTablesFactory.ID;
    }

    @Override
    public void close() {}
}
