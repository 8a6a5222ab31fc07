package fr.tessere.citizen.identity;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** Tells Keycloak of the history's table, and empties it of an account that is removed. */
public final class HistoryTablesFactory implements JpaEntityProviderFactory {
    static final String ID = "tessere-history";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new HistoryTables();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserModel.UserRemovedEvent removed) {
                removed.getKeycloakSession()
                        .getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery("delete from SignedInEntity s where s.account = :account")
                        .setParameter("account", removed.getUser().getId())
                        .executeUpdate();
            }
        });
    }

    @Override
    public void close() {}
}
