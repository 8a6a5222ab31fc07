package fr.tessere.operations.stream;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlCursor;
import fr.tessere.audit.sql.SqlCursor.Placed;
import fr.tessere.operations.stream.SyslogMessage.Severity;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands the entries of one log on, in their order, a batch at a time. The cursor moves only behind what was taken: when the other
 * side is away, or this node dies, the same entries go out again, with the same numbers; none is left out.
 */
final class LogStream {
    /** Entries of one batch: some megabytes at most. */
    static final int BATCH = 500;
    /** Longer than a batch may take. */
    private static final Duration LEASE = Receiver.PATIENCE.multipliedBy(6);

    private final Tables tables;
    private final Receiver receiver;
    private final String host;
    private final String node;

    /** Short transactions on the tables of the log; none is open while somebody is waited for. */
    interface Tables {
        /** Does this in one of them. */
        <T> T in(Function<Connection, T> work);
    }

    /**
     * @param host name of this machine in the messages
     * @param node of those that hold cursors
     */
    LogStream(Tables tables, Receiver receiver, String host, String node) {
        this.tables = tables;
        this.receiver = receiver;
        this.host = host;
        this.node = node;
    }

    /** One batch; how many entries it had. None if there is nothing to do, or another node does it. */
    int batch(String log, Instant at) throws IOException {
        Optional<Long> next = tables.in(on -> {
            SqlCursor cursor = new SqlCursor(on, log);
            cursor.create();
            return cursor.hold(node, at, LEASE);
        });
        if (next.isEmpty()) {
            return 0;
        }
        List<Placed> entries = tables.in(on -> new SqlCursor(on, log).from(next.get(), BATCH));
        if (entries.isEmpty()) {
            return 0;
        }
        receiver.take(entries.stream().map(one -> message(log, one, at)).toList());
        long last = entries.get(entries.size() - 1).place();
        tables.in(on -> new SqlCursor(on, log).advance(node, last + 1));
        return entries.size();
    }

    private SyslogMessage message(String log, Placed placed, Instant at) {
        Optional<Entry> entry = placed.text().flatMap(Entry::readable);
        if (entry.isEmpty()) {
            return new SyslogMessage(
                    Severity.CRITICAL,
                    at,
                    host,
                    "log-fault",
                    OcsfEvent.missing(log, placed.place(), at.toEpochMilli()));
        }
        OcsfEvent event = new OcsfEvent(entry.get(), placed.place());
        return new SyslogMessage(
                severity(event), entry.get().at(), host, entry.get().kind(), event.json());
    }

    private static Severity severity(OcsfEvent event) {
        if (event.isAlert()) {
            return Severity.ERROR;
        }
        return !event.isDone() ? Severity.WARNING : event.isStaff() ? Severity.NOTICE : Severity.INFORMATIONAL;
    }
}
