package fr.tessere.audit.sql;

import java.sql.SQLException;

/** The database did not do what was asked. */
public final class LogTablesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogTablesException(SQLException cause) {
        super("the tables of the log: SQL state " + cause.getSQLState(), cause);
    }
}
