package fr.tessere.journal.known;

import fr.tessere.audit.sql.SqlStore;
import fr.tessere.journal.beat.Beat;
import fr.tessere.journal.table.Tables;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One thread of this node that compares what holds with what was known last, for each realm that has a log. Whichever node comes first
 * writes the entry; the others find it known.
 */
public final class KnownTicks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.journal");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** By then the trust folder has been looked at a few times, and officers' confirmations count. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private final KeycloakSessionFactory factory;
    private final Map<Subject, Supplier<Map<String, String>>> ofNode;
    /** What this node has said of itself: once, even if another node has contradicted it since. */
    private final Map<String, Map<String, String>> told = new HashMap<>();

    private final Beat beat = new Beat(LOG, "known", "changes are not looked for");

    /**
     * Does nothing yet.
     *
     * @param ofNode what this node knows of itself, by its names
     */
    public KnownTicks(KeycloakSessionFactory factory, Map<Subject, Supplier<Map<String, String>>> ofNode) {
        this.factory = factory;
        this.ofNode = Map.copyOf(ofNode);
    }

    /** Begins. */
    public void start() {
        beat.every(FIRST, PAUSE, this::tick);
    }

    /** Looks once more at once: something has changed that may not last. */
    public void soon() {
        beat.soon(this::tick);
    }

    private boolean tick() {
        List<String> logs = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> new Tables(session)
                        .with(SqlStore::logs).stream()
                                .filter(log -> session.realms().getRealm(log) != null)
                                .toList());
        boolean all = true;
        for (String log : logs) {
            all &= look(log);
        }
        return all;
    }

    private boolean look(String log) {
        boolean all = compare(log, Subject.CLIENT_POLICIES, session -> Facts.ofPolicies(stored(session, log)));
        all &= compare(
                log,
                Subject.TEXTS,
                session -> Facts.ofTexts(stored(session, log).getRealmLocalizationTexts()));
        for (Map.Entry<Subject, Supplier<Map<String, String>>> one : ofNode.entrySet()) {
            all &= tell(log, one.getKey(), Facts.of(one.getValue().get()));
        }
        return all;
    }

    private boolean tell(String log, Subject subject, Map<String, String> now) {
        String place = log + " " + subject.word();
        if (now.equals(told.get(place))) {
            return true;
        }
        boolean compared = compare(log, subject, session -> now);
        if (compared) {
            told.put(place, now);
        }
        return compared;
    }

    private boolean compare(String log, Subject subject, Function<KeycloakSession, Map<String, String>> facts) {
        return beat.tried(
                "%s of log %s is not compared".formatted(subject.word(), log), () -> compared(log, subject, facts));
    }

    /** What was known is read first: whoever wrote it had seen what is read afterwards, or something older. */
    private boolean compared(String log, Subject subject, Function<KeycloakSession, Map<String, String>> facts) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                Known known = new Known(session, log, subject);
                Map<String, String> before = known.facts();
                known.record(before, facts.apply(session), Optional.empty());
            });
            return true;
        } catch (OvertakenException another) {
            LOG.debug(another.getMessage());
            return false;
        }
    }

    /**
     * As the database has it, each time: what a node keeps in its memory may be a moment behind another node's change, and for good
     * behind that of a node that died before it could tell, or of somebody who writes past the server.
     */
    private static RealmModel stored(KeycloakSession session, String log) {
        return session.getProvider(RealmProvider.class).getRealm(log);
    }

    @Override
    public void close() {
        beat.close();
    }
}
