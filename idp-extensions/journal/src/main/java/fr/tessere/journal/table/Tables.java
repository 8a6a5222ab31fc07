package fr.tessere.journal.table;

import fr.tessere.audit.receipt.Entry;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The tables inside the transaction of one request. */
public final class Tables {
    private final EntityManager database;

    public Tables(KeycloakSession session) {
        database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Work on the connection of this transaction. */
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    /** Writes an entry that takes effect with the act, or not at all. */
    public void append(Entry entry) {
        // of Keycloak's own sessions PostgreSQL may lose the last half second, and Keycloak tells it so at the end of a
        // transaction
        // unless an entity of somebody else was in it: this one is what makes the commit wait for the disk
        database.persist(new WaitingRow(entry));
    }

    /** Reads or writes on the connection. */
    public <T> T with(Work<T> work) {
        return database.unwrap(Session.class).doReturningWork(work::on);
    }
}
