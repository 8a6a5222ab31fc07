package fr.tessere.operations.stream;

import fr.tessere.audit.sql.SqlStore;
import fr.tessere.journal.beat.Beat;
import fr.tessere.journal.table.Tables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One thread of this node that hands all logs on. While the collector is away it asks less and less often, once a minute at last. */
public final class Streaming implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.stream");
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final KeycloakSessionFactory factory;
    private final InstantSource clock;
    private final Duration tick;
    private final LogStream stream;
    private final Beat beat = new Beat(LOG, "stream", "the log is not handed on");
    private final Receiver receiver;
    private final FaultGauge gauge = new FaultGauge();
    private int failures;

    private Streaming(KeycloakSessionFactory factory, Collector collector, InstantSource clock, Duration tick) {
        this.factory = factory;
        this.clock = clock;
        this.tick = tick;
        this.receiver = collector.receiver();
        this.stream =
                new LogStream(this::in, receiver, machine(), UUID.randomUUID().toString());
    }

    /** Begins, with so much time between two looks at the logs. */
    public static Streaming begin(
            KeycloakSessionFactory factory, Collector collector, InstantSource clock, Duration tick) {
        Streaming streaming = new Streaming(factory, collector, clock, tick);
        streaming.beat.once(tick, streaming::round);
        return streaming;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "-";
        }
    }

    private void round() {
        try {
            List<String> logs = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> new Tables(session).with(SqlStore::logs));
            for (String log : logs) {
                handOn(log);
            }
            if (failures > 0) {
                LOG.infof("the collector of the log takes messages again, after %d tries", failures);
            }
            failures = 0;
            gauge.show(Optional.empty());
        } catch (IOException failed) {
            failures++;
            CollectorFault fault = receiver.why(failed);
            gauge.show(Optional.of(fault));
            LOG.warnf("the log is not handed on, try %d: %s", failures, fault.word());
        } catch (RuntimeException accident) {
            failures++;
            LOG.warnf(
                    "the log is not handed on, try %d: %s",
                    failures, accident.getClass().getName());
        }
        beat.once(pause(tick, failures), this::round);
    }

    private void handOn(String log) throws IOException {
        int taken = LogStream.BATCH;
        while (taken == LogStream.BATCH) {
            Instant at = clock.instant();
            taken = stream.batch(log, at);
        }
    }

    /** Twice as long after each failure. */
    static Duration pause(Duration tick, int failures) {
        Duration pause = tick.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private <T> T in(Function<Connection, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new Tables(session).with(work::apply));
    }

    @Override
    public void close() {
        beat.close();
    }
}
