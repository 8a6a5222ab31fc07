package fr.tessere.journal.table;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlWaiting;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.JpaConnectionProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.transaction.JtaTransactionManagerLookup;

/**
 * The tables on a connection that has no part in the transaction of the request: one statement, stored when it is done. A transaction of
 * Keycloak for the same costs its server three times as much.
 */
public final class OutsideTransaction implements LoneEntries.Store {
    private final TransactionManager transactions;
    private final JpaConnectionProviderFactory connections;

    public OutsideTransaction(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        transactions = ((JtaTransactionManagerLookup) factory.getProviderFactory(JtaTransactionManagerLookup.class))
                .getTransactionManager();
        connections = (JpaConnectionProviderFactory) factory.getProviderFactory(JpaConnectionProvider.class);
    }

    @Override
    public void store(List<Entry> entries) {
        try {
            // a connection that is asked for inside of a transaction belongs to it
            Transaction requests = transactions.suspend();
            try (Connection own = connections.getConnection()) {
                new SqlWaiting(own).write(entries);
            } finally {
                if (requests != null) {
                    transactions.resume(requests);
                }
            }
        } catch (SQLException | SystemException | InvalidTransactionException failed) {
            throw new IllegalStateException(
                    "entries are not stored: " + failed.getClass().getName(), failed);
        }
    }
}
