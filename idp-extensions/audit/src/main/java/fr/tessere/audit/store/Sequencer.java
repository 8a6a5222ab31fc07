package fr.tessere.audit.store;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.head.SignedHead;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.TreeHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts waiting entries into the tree, a batch at a time, and signs what it has become. */
public final class Sequencer {
    private final HeadSigner signer;
    private final HeadReader reader;
    private final SeenHeads seen;
    private final int batch;
    private final Duration refresh;
    /** The last head of each log that was signed or found good here; byte for byte the same one needs no second look. */
    private final Map<String, SignedHead> known = new HashMap<>();

    /**
     * What every log of this server uses.
     *
     * @param signer signs heads
     * @param reader trusts the signer's key and those before it
     * @param seen what this server has found stored
     * @param batch most entries at once
     * @param refresh a log that does not grow gets a fresh head after this time
     */
    public Sequencer(HeadSigner signer, HeadReader reader, SeenHeads seen, int batch, Duration refresh) {
        this.signer = signer;
        this.reader = reader;
        this.seen = seen;
        this.batch = batch;
        this.refresh = refresh;
    }

    /** One batch of one log; tells how many entries got a place. Refuses to build on what was not signed. */
    public int sequence(String log, LogStore store, Instant at) {
        Frontier begun = store.frontier();
        Optional<Head> newest = newest(log, store, begun);
        List<Waiting> waiting = store.waiting(batch);
        Frontier frontier = begun;
        for (Waiting one : waiting) {
            Hash leaf = TreeHash.leaf(one.text().getBytes(StandardCharsets.UTF_8));
            store.place(frontier.size(), one, leaf);
            frontier = frontier.append(leaf, (subtree, hash) -> {
                if (StoredHeights.isStored(subtree.height())) {
                    store.keep(subtree, hash);
                }
            });
        }
        if (!waiting.isEmpty()) {
            store.stand(frontier);
        }
        if (frontier.size() > 0 && isDue(newest, !waiting.isEmpty(), at)) {
            SignedHead fresh = signer.sign(new Head(log, frontier.size(), frontier.root(), at));
            store.publish(fresh);
            // if the transaction fails, nobody says that it was stored: another head is found next time, and verified
            known.put(log, fresh);
        }
        return waiting.size();
    }

    /** A head of a time that is yet to come says that the clock was set back: the log shows that it is alive all the same. */
    private boolean isDue(Optional<Head> newest, boolean grown, Instant at) {
        return grown
                || newest.isEmpty()
                || !at.isBefore(newest.get().at().plus(refresh))
                || at.isBefore(newest.get().at().minus(refresh));
    }

    /**
     * The transaction in which a batch of this log got its places has ended well: its head is stored, and missed from here on, should
     * somebody take it away.
     */
    public void stored(String log) {
        seen.saw(Objects.requireNonNull(known.get(log), "no batch").head());
    }

    /** Looks at a log that another node works for: this node will not go on from less. Refuses like {@link #sequence}. */
    public void look(String log, LogStore store) {
        found(log, store);
    }

    /** What was signed last is what the tree is now: whoever rewrote the tables could not sign. */
    private Optional<Head> newest(String log, LogStore store, Frontier frontier) {
        Optional<Head> stored = found(log, store);
        if (stored.isEmpty()) {
            if (frontier.size() > 0) {
                throw new BrokenLogException(
                        "%d entries have a place, and no head is stored".formatted(frontier.size()));
            }
            return Optional.empty();
        }
        Head head = stored.get();
        if (head.size() != frontier.size() || !head.root().equals(frontier.root())) {
            throw new BrokenLogException("the newest head says %d entries, the tree stands at %d; or their roots differ"
                    .formatted(head.size(), frontier.size()));
        }
        return stored;
    }

    /** The newest head of the store. What was found there once is still there, or under a later one. */
    private Optional<Head> found(String log, LogStore store) {
        Optional<Head> before = seen.of(log);
        Optional<String> jws = store.newestHead();
        if (jws.isEmpty()) {
            before.ifPresent(head -> {
                throw new BrokenLogException("a head of %d entries was stored, and none is now".formatted(head.size()));
            });
            return Optional.empty();
        }
        SignedHead same = known.get(log);
        if (same == null || !same.jws().equals(jws.get())) {
            same = read(log, jws.get());
            requireContinued(before, same.head(), store);
            known.put(log, same);
        }
        seen.saw(same.head());
        return Optional.of(same.head());
    }

    private static void requireContinued(Optional<Head> before, Head head, LogStore store) {
        if (before.isPresent() && !SeenHeads.isContinued(before.get(), head, store.proofs())) {
            throw new BrokenLogException(
                    "a head of %d entries was stored, the newest one now has %d and does not continue it"
                            .formatted(before.get().size(), head.size()));
        }
    }

    private SignedHead read(String log, String jws) {
        try {
            SignedHead verified = reader.read(jws);
            if (!verified.head().log().equals(log)) {
                throw new BrokenLogException("the newest head is another log's");
            }
            return verified;
        } catch (InvalidHeadException wrong) {
            throw new BrokenLogException("the newest head is not one that this log signed: "
                    + wrong.reason().word());
        }
    }
}
