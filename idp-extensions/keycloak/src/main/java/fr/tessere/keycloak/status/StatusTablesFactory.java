package fr.tessere.keycloak.status;

import fr.tessere.journal.table.TablesFactory;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** The tables of reported documents, switches and acts, and of documents whose holders were compared. */
public final class StatusTablesFactory extends TablesFactory {
    public StatusTablesFactory() {
        super(
                "tessere",
                "META-INF/tessere-changelog.xml",
                DocumentEntity.class,
                SwitchEntity.class,
                ActEntity.class,
                CounterEntity.class,
                ComparisonEntity.class);
    }

    /** A comparison goes with its account. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserModel.UserRemovedEvent removed) {
                removed.getKeycloakSession()
                        .getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery("delete from ComparisonEntity c where c.account = :account")
                        .setParameter("account", removed.getUser().getId())
                        .executeUpdate();
            }
        });
    }
}
