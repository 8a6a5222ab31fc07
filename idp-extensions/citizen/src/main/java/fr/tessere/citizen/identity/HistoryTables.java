package fr.tessere.citizen.identity;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The table of the history, for Keycloak's own persistence. */
final class HistoryTables implements JpaEntityProvider {
    @Override
    public List<Class<?>> getEntities() {
        return List.of(SignedInEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/tessere-history-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return HistoryTablesFactory.ID;
    }

    @Override
    public void close() {}
}
