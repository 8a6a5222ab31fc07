package fr.tessere.operations.vitals;

import fr.tessere.audit.sql.SqlVitals;
import fr.tessere.audit.sql.SqlVitals.LogVitals;
import fr.tessere.journal.alert.AlertBook;
import fr.tessere.journal.beat.Beat;
import fr.tessere.journal.table.Tables;
import fr.tessere.verification.trust.TrustState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Looks at the logs, at what is trusted and at those who work by the clock, on a thread of this node, and keeps what it saw for whoever asks. */
public final class Vitals implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.vitals");
    /** As often as operators ask for metrics. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final KeycloakSessionFactory factory;
    private final Supplier<TrustState> trust;
    private final Duration oldest;
    private final InstantSource clock;
    private final LogGauges logs;
    private final TrustGauges anchors;
    private final BeatGauges beats = new BeatGauges();
    private final Beat beat = new Beat(LOG, "vitals", "the logs cannot be looked at");
    private volatile Optional<Seen> seen = Optional.empty();

    /**
     * What was seen.
     *
     * @param at when
     * @param logs by the names of their realms; by their ids, where a realm is gone
     */
    record Seen(Instant at, Map<String, OneLog> logs) {}

    /**
     * How one log is.
     *
     * @param tables what stands in them
     * @param unproven proofs that did not hold, and that no officer has acknowledged
     * @param undelivered deliveries given up, of alerts that no officer has acknowledged
     */
    record OneLog(LogVitals tables, long unproven, long undelivered) {}

    /** Whoever has the one of this server. */
    public interface Holder {
        /** Empty until the tables are there. */
        Optional<Vitals> vitals();
    }

    private Vitals(KeycloakSessionFactory factory, Supplier<TrustState> trust, Duration oldest, InstantSource clock) {
        this.factory = factory;
        this.trust = trust;
        this.oldest = oldest;
        this.clock = clock;
        this.logs = new LogGauges(clock);
        this.anchors = new TrustGauges(trust, oldest, clock);
    }

    /** Begins to look. What is trusted may be so old. */
    public static Vitals begin(
            KeycloakSessionFactory factory, Supplier<TrustState> trust, Duration oldest, InstantSource clock) {
        Vitals vitals = new Vitals(factory, trust, oldest, clock);
        vitals.beat.every(Duration.ofSeconds(1), EVERY, vitals::look);
        return vitals;
    }

    private boolean look() {
        beats.show();
        Map<String, OneLog> found = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            Map<String, OneLog> named = new LinkedHashMap<>();
            new Tables(session).with(on -> new SqlVitals(on).logs()).forEach(log -> {
                RealmModel realm = session.realms().getRealm(log.log());
                named.put(realm == null ? log.log() : realm.getName(), one(session, log));
            });
            return named;
        });
        seen = Optional.of(new Seen(clock.instant(), found));
        logs.show(found);
        anchors.show();
        return true;
    }

    private static OneLog one(KeycloakSession session, LogVitals log) {
        AlertBook book = new AlertBook(session, log.log());
        return new OneLog(log, book.unproven(), book.undelivered());
    }

    /** What is wrong at this moment, and what is known; nothing wrong is an empty list. */
    Condition condition() {
        List<String> faults = new ArrayList<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        new TrustCondition(trust.get(), oldest, clock.instant()).tell(faults, numbers);
        new BeatCondition(Beat.late()).tell(faults);
        new LogCondition(seen, clock.instant()).tell(faults, numbers);
        return new Condition(faults, numbers);
    }

    /**
     * How the product is.
     *
     * @param faults words, one for each thing that is wrong
     * @param numbers ages in seconds and counts, by name
     */
    record Condition(List<String> faults, Map<String, Long> numbers) {
        Condition {
            faults = List.copyOf(faults);
        }
    }

    @Override
    public void close() {
        beat.close();
    }
}
