package fr.tessere.keycloak.status;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The tables of this room, for Keycloak's own persistence. */
final class StatusTables implements JpaEntityProvider {
    @Override
    public List<Class<?>> getEntities() {
        return List.of(DocumentEntity.class, SwitchEntity.class, ActEntity.class, CounterEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/tessere-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return StatusTablesFactory.ID;
    }

    @Override
    public void close() {}
}
