package fr.tessere.audit.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the logs in these tables are: whether somebody gives places and signs, and whether somebody takes what was signed. */
public final class SqlVitals {
    private final Sql sql;

    public SqlVitals(Connection connection) {
        this.sql = new Sql(connection);
    }

    /**
     * How one log is.
     *
     * @param log whose
     * @param entries that have a place
     * @param waiting entries that have none
     * @param oldest when the oldest of those was written
     * @param head when the newest head was signed
     * @param behind entries that were not handed on to the collector, if this log is handed on
     */
    public record LogVitals(
            String log, long entries, long waiting, Optional<Instant> oldest, Optional<Instant> head, long behind) {}

    /** All logs that have a tree. */
    public List<LogVitals> logs() {
        return sql.unchecked(() -> sql.list(
                "SELECT L.LOG, L.TREE_SIZE, COALESCE(L.TREE_SIZE - S.NEXT_PLACE, 0),"
                        + " (SELECT COUNT(*) FROM TESSERE_AUDIT_WAITING W WHERE W.LOG = L.LOG),"
                        + " (SELECT MIN(W.ACT_TIME) FROM TESSERE_AUDIT_WAITING W WHERE W.LOG = L.LOG),"
                        + " (SELECT H.SIGNED_AT FROM TESSERE_AUDIT_HEAD H WHERE H.LOG = L.LOG AND H.HEAD_NUMBER = L.HEADS)"
                        + " FROM TESSERE_AUDIT_LOG L LEFT JOIN TESSERE_AUDIT_STREAM S ON S.LOG = L.LOG ORDER BY L.LOG",
                SqlVitals::read));
    }

    private static LogVitals read(ResultSet row) throws SQLException {
        return new LogVitals(
                row.getString(1), row.getLong(2), row.getLong(4), time(row, 5), time(row, 6), row.getLong(3));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
