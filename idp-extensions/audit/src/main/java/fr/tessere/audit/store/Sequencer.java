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
import java.util.Optional;

/** Puts waiting entries into the tree, a batch at a time, and signs what it has become. */
public final class Sequencer {
    private final HeadSigner signer;
    private final HeadReader reader;
    private final int batch;
    private final Duration refresh;
    /** The last head of each log that was signed or verified here; byte for byte the same one needs no look at its signature. */
    private final Map<String, SignedHead> known = new HashMap<>();

    /**
     * What every log of this server uses.
     *
     * @param signer signs heads
     * @param reader trusts the signer's key and those before it
     * @param batch most entries at once
     * @param refresh a log that does not grow gets a fresh head after this time
     */
    public Sequencer(HeadSigner signer, HeadReader reader, int batch, Duration refresh) {
        this.signer = signer;
        this.reader = reader;
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
            // if the transaction fails, another head is found next time, and verified
            known.put(log, fresh);
        }
        return waiting.size();
    }

    private boolean isDue(Optional<Head> newest, boolean grown, Instant at) {
        return grown || newest.isEmpty() || !at.isBefore(newest.get().at().plus(refresh));
    }

    private Head head(String log, String jws) throws InvalidHeadException {
        Optional<SignedHead> same =
                Optional.ofNullable(known.get(log)).filter(head -> head.jws().equals(jws));
        if (same.isPresent()) {
            return same.get().head();
        }
        SignedHead verified = reader.read(jws);
        known.put(log, verified);
        return verified.head();
    }

    /** What was signed last is what the tree is now: whoever rewrote the tables could not sign. */
    private Optional<Head> newest(String log, LogStore store, Frontier frontier) {
        Optional<String> stored = store.newestHead();
        if (stored.isEmpty()) {
            if (frontier.size() > 0) {
                throw new BrokenLogException(
                        "%d entries have a place, and no head is stored".formatted(frontier.size()));
            }
            return Optional.empty();
        }
        try {
            Head head = head(log, stored.get());
            if (!head.log().equals(log)
                    || head.size() != frontier.size()
                    || !head.root().equals(frontier.root())) {
                throw new BrokenLogException(
                        "the newest head says %d entries, the tree stands at %d; or their roots differ"
                                .formatted(head.size(), frontier.size()));
            }
            return Optional.of(head);
        } catch (InvalidHeadException wrong) {
            throw new BrokenLogException("the newest head is not one that this log signed: "
                    + wrong.reason().word());
        }
    }
}
