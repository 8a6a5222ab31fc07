package fr.tessere.journal.table;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Tells Keycloak's own persistence of the tables of one room: its entities, and the file that makes their tables. */
public abstract class TablesFactory implements JpaEntityProviderFactory {
    private final String id;
    private final String changelog;
    private final List<Class<?>> entities;

    /**
     * The tables of one room.
     *
     * @param id name of the provider, under which Keycloak remembers which changes were made
     * @param changelog resource with Liquibase's changes
     * @param entities what lies in the tables
     */
    protected TablesFactory(String id, String changelog, Class<?>... entities) {
        this.id = id;
        this.changelog = changelog;
        this.entities = List.of(entities);
    }

    /** What lies in the tables. */
    protected final List<Class<?>> entities() {
        return entities;
    }

    @Override
    public final JpaEntityProvider create(KeycloakSession session) {
        return new Told(id, changelog, entities);
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public final void close() {}

    private record Told(String id, String changelog, List<Class<?>> entities) implements JpaEntityProvider {
        @Override
        public List<Class<?>> getEntities() {
            return entities;
        }

        @Override
        public String getChangelogLocation() {
            return changelog;
        }

        @Override
        public String getFactoryId() {
            return id;
        }

        @Override
        public void close() {}
    }
}
