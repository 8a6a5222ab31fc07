package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps what is trusted in step with a folder that an operator fills. Verifications take the anchors of the moment from
 * {@link #get}, without waiting and without a gap: a new version replaces the old one as a whole. A broken folder replaces
 * nothing: one that cannot be read, one in which a file that counted was exchanged for one that does not, and one that
 * leaves no State's signer. Somebody calls {@link #look} every few seconds.
 */
public final class TrustKeeper implements Supplier<TrustAnchors> {
    /** Links and lists begin and end: even a folder that nobody touches is read again after this time. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Path folder;
    private Bytes judged;
    private Instant judgedAt;
    private Bytes seen;
    private volatile TrustState state;
    private volatile Supplier<Set<Bytes>> besides = Set::of;
    private Bytes judgedFolder;
    private Set<Bytes> judgedBesides = Set.of();

    private TrustKeeper(Path folder, Bytes stamp, TrustState state) {
        this.folder = folder;
        this.judged = stamp;
        this.judgedFolder = stamp;
        this.judgedAt = state.since();
        this.seen = stamp;
        this.state = state;
    }

    /** Reads the folder for the first time; what of it can be used counts. */
    public static TrustKeeper open(Path folder, Instant at) throws IOException {
        Bytes stamp = FolderContents.stamp(folder);
        TrustSurvey survey = TrustFolder.survey(folder, at);
        return new TrustKeeper(folder, stamp, new TrustState(survey, at, Optional.empty(), Optional.empty(), at));
    }

    /** From now on, each look also asks here for certificates that were confirmed elsewhere, by their SHA-256. */
    public void confirmedBesides(Supplier<Set<Bytes>> confirmed) {
        besides = confirmed;
    }

    /** Whose signatures count now. */
    @Override
    public TrustAnchors get() {
        return state.current().anchors();
    }

    /** What is in force, and how the folder stands to it. */
    public TrustState state() {
        return state;
    }

    /**
     * Looks at the folder. A change counts when two looks see the same, so that files which are still being written are
     * left alone.
     *
     * @return the new state if other contents came into force, or the folder broke or was mended
     */
    public synchronized Optional<TrustState> look(Instant at) {
        TrustState before = state;
        try {
            state = looked(before, at);
        } catch (IOException unreadable) {
            state = before.broken("", TrustFault.MALFORMED, at);
        }
        return words(state).equals(words(before)) ? Optional.empty() : Optional.of(state);
    }

    /** What an operator would want to hear of. */
    private static List<Object> words(TrustState state) {
        return List.of(
                state.current().anchors().version(),
                state.current().unused(),
                state.broken().map(broken -> broken.fault() + broken.file()));
    }

    private TrustState looked(TrustState before, Instant at) throws IOException {
        Set<Bytes> confirmed = besides.get();
        Bytes contents = FolderContents.stamp(folder);
        Bytes stamp = stamp(contents, confirmed);
        boolean settled = stamp.equals(seen);
        seen = stamp;
        boolean known = stamp.equals(judged) && at.isBefore(judgedAt.plus(LONGEST));
        if (known || !settled) {
            // unreadable a moment ago, and nothing has changed since it was judged
            boolean back = known
                    && before.broken()
                            .filter(broken -> broken.file().isEmpty() && broken.fault() == TrustFault.MALFORMED)
                            .isPresent();
            return back ? before.whole(at) : before.seen(at);
        }
        TrustSurvey found = TrustFolder.survey(folder, confirmed, at);
        if (!contents.equals(FolderContents.stamp(folder))) {
            return before.seen(at);
        }
        // a folder that loses its last State may be a mistake; what officers take back is meant
        boolean meant = contents.equals(judgedFolder) && !confirmed.equals(judgedBesides);
        judgedFolder = contents;
        judgedBesides = confirmed;
        judged = stamp;
        judgedAt = at;
        return judged(before, found, meant, at);
    }

    /** Of the folder and what was confirmed besides. */
    private static Bytes stamp(Bytes contents, Set<Bytes> confirmed) {
        if (confirmed.isEmpty()) {
            return contents;
        }
        String all = confirmed.stream().map(Bytes::toHex).sorted().collect(Collectors.joining(" "));
        return DigestAlgorithm.SHA256.digest(Bytes.concat(contents, Bytes.of(all.getBytes(StandardCharsets.US_ASCII))));
    }

    private static TrustState judged(TrustState before, TrustSurvey found, boolean meant, Instant at) {
        TrustSurvey current = before.current();
        for (TrustSurvey.TrustFile file : found.files()) {
            Optional<TrustSurvey.TrustFile> old = current.file(file.name());
            boolean spoilt = file.isRefused()
                    && old.isPresent()
                    && !old.get().isRefused()
                    && !old.get().digest().equals(file.digest());
            if (spoilt) {
                TrustFault fault = file.unused().isEmpty()
                        ? TrustFault.MALFORMED
                        : file.unused().get(0).fault();
                return before.broken(file.name(), fault, at);
            }
        }
        if (!meant && hasStates(current) && !hasStates(found)) {
            return before.broken("", TrustFault.NOT_CONFIRMED, at);
        }
        if (found.anchors().version().equals(current.anchors().version())) {
            return new TrustState(found, before.since(), before.changes(), Optional.empty(), at);
        }
        TrustChanges changes = TrustChanges.between(current.anchors(), found.anchors());
        return new TrustState(found, at, Optional.of(changes), Optional.empty(), at);
    }

    private static boolean hasStates(TrustSurvey survey) {
        return survey.anchors().all().stream().anyMatch(signer -> !signer.specimen());
    }
}
