package fr.tessere.keycloak.proposal;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What officers proposed and did long ago is forgotten, with their accounts and their words. What they set stands until it is lifted. */
public final class OldActs {
    private OldActs() {}

    /** Deletes what is older, of every realm. A proposal that nobody has ended stays until it ends by itself. */
    public static void forget(KeycloakSession session, Instant oldest) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        for (String old : List.of(
                "delete from ProposalEntity p where p.at < :oldest and p.standing <> 'open'",
                "delete from ActEntity a where a.time < :oldest")) {
            database.createQuery(old)
                    .setParameter("oldest", oldest.toEpochMilli())
                    .executeUpdate();
        }
    }
}
