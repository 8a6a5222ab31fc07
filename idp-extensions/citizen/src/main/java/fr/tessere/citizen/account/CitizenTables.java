package fr.tessere.citizen.account;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The citizens' tables, for Keycloak's own persistence. */
final class CitizenTables implements JpaEntityProvider {
    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                CitizenEntity.class,
                HeldDocumentEntity.class,
                TriesEntity.class,
                EmailProofEntity.class,
                RecoveryEntity.class,
                KeptIdentityEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/tessere-citizen-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return CitizenTablesFactory.ID;
    }

    @Override
    public void close() {}
}
