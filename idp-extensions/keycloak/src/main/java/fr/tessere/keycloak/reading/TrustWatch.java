package fr.tessere.keycloak.reading;

import fr.tessere.journal.beat.Beat;
import fr.tessere.journal.known.Subject;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.TrustKeeper;
import fr.tessere.verification.trust.TrustState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Looks at the trust folder every few seconds on a thread of its own, and says in the log what became of it. */
public final class TrustWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.trust");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final TrustKeeper keeper;
    private final InstantSource clock;
    private final Beat beat = new Beat(LOG, "trust", "the trust folder could not be looked at");
    private volatile Runnable listener = () -> {};

    private TrustWatch(TrustKeeper keeper, InstantSource clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Begins to look. */
    public static TrustWatch over(TrustKeeper keeper, InstantSource clock) {
        TrustWatch watch = new TrustWatch(keeper, clock);
        say(keeper.state());
        watch.beat.every(PAUSE, watch::look);
        return watch;
    }

    /** What is trusted, and whose look it was. */
    public TrustKeeper keeper() {
        return keeper;
    }

    /** From now on, this is done as soon as something has changed. */
    public void onChange(Runnable work) {
        listener = work;
    }

    /** What is in force and how the folder stands to it, as facts for the log. */
    public Map<String, String> facts() {
        TrustState state = keeper.state();
        TrustAnchors anchors = state.current().anchors();
        Map<String, String> facts = new TreeMap<>();
        facts.put("version", anchors.version());
        facts.put("signers", Integer.toString(anchors.all().size()));
        facts.put("lists", Integer.toString(anchors.revocationLists().size()));
        facts.put("document-signers", Integer.toString(anchors.knownDocumentSigners()));
        state.broken()
                .ifPresent(broken -> facts.put(Subject.BROKEN, (broken.fault().word() + " " + broken.file()).strip()));
        return facts;
    }

    /** If it throws, what is in force stays in force. */
    private boolean look() {
        keeper.look(clock.instant()).ifPresent(state -> {
            say(state);
            listener.run();
        });
        return true;
    }

    private static void say(TrustState state) {
        state.broken()
                .ifPresent(broken -> LOG.errorf(
                        "trust folder broken (%s %s): version %s stays in force",
                        broken.fault().word(),
                        broken.file(),
                        state.current().anchors().version()));
        if (state.broken().isEmpty()) {
            LOG.infof(
                    "trust version %s in force: %d country signers, %d revocation lists, %d known document signers",
                    state.current().anchors().version(),
                    state.current().anchors().all().size(),
                    state.current().anchors().revocationLists().size(),
                    state.current().anchors().knownDocumentSigners());
            state.current()
                    .unused()
                    .forEach(unused -> LOG.warnf(
                            "not used: %s %s: %s",
                            unused.file(), unused.place(), unused.fault().word()));
        }
    }

    @Override
    public void close() {
        beat.close();
    }
}
