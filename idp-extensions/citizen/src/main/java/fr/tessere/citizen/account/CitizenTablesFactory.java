package fr.tessere.citizen.account;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** Tells Keycloak of the citizens' tables, and empties them of an account that is removed. */
public final class CitizenTablesFactory implements JpaEntityProviderFactory {
    static final String ID = "tessere-citizen";

    private static final List<String> ROWS = List.of(
            "CitizenEntity",
            "HeldDocumentEntity",
            "TriesEntity",
            "EmailProofEntity",
            "RecoveryEntity",
            "KeptIdentityEntity");

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new CitizenTables();
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
                ROWS.forEach(row -> removed.getKeycloakSession()
                        .getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery("delete from " + row + " r where r.account = :account")
                        .setParameter("account", removed.getUser().getId())
                        .executeUpdate());
            }
        });
    }

    @Override
    public void close() {}
}
