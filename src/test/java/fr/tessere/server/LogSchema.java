package fr.tessere.server;

import java.sql.Connection;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** The tables of the log in a database without a server, made as the server makes them. */
public final class LogSchema {
    private LogSchema() {}

    /** Makes those that are missing. */
    public static void make(Connection connection) throws LiquibaseException {
        new Liquibase(
                        "META-INF/tessere-journal-changelog.xml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                .update(new Contexts());
    }
}
