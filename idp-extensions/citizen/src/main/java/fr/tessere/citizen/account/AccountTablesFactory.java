package fr.tessere.citizen.account;

import fr.tessere.journal.table.TablesFactory;
import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** Tables whose rows belong to an account each, in a column of that name: they go when the account is removed. */
public abstract class AccountTablesFactory extends TablesFactory {
    protected AccountTablesFactory(String id, String changelog, Class<?>... entities) {
        super(id, changelog, entities);
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserModel.UserRemovedEvent removed) {
                EntityManager rows = removed.getKeycloakSession()
                        .getProvider(JpaConnectionProvider.class)
                        .getEntityManager();
                entities()
                        .forEach(entity -> rows.createQuery(
                                        "delete from " + entity.getSimpleName() + " r where r.account = :account")
                                .setParameter("account", removed.getUser().getId())
                                .executeUpdate());
            }
        });
    }
}
