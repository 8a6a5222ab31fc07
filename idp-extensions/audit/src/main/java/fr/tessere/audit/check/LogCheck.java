package fr.tessere.audit.check;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.InvalidHeadException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Holds an export against published heads. What a head signs is the truth; what an export says must agree. Where it does not, the
 * hashes that were published with the heads, or those that the server has recorded, tell which entry it is.
 */
public final class LogCheck {
    /** What says nothing about entries: the server's own heads are looked at all the same. */
    private static final Set<Fault> OF_HEADS =
            EnumSet.of(Fault.OTHER_KEY, Fault.HEAD_FORGED, Fault.OTHER_LOG, Fault.NO_HEAD);

    private final HeadReader reader;
    private final List<Finding> findings = new ArrayList<>();

    private LogCheck(HeadReader reader) {
        this.reader = reader;
    }

    /** Reads all files to their ends; heads count if this reader trusts their key. */
    public static Report check(Reader export, List<Reader> published, HeadReader reader)
            throws IOException, InvalidFileException {
        List<Published> kept = new ArrayList<>();
        for (Reader one : published) {
            kept.add(Published.read(one));
        }
        return new LogCheck(reader).report(Export.read(export), kept);
    }

    private Report report(Export export, List<Published> kept) {
        findings.addAll(export.findings());
        List<Head> heads = new ArrayList<>();
        HashList leaves = new HashList();
        for (Published one : kept) {
            if (!one.log().equals(export.log())) {
                findings.add(new Finding(Fault.OTHER_LOG, 0, 0, "heads of another log were given"));
            }
            heads.addAll(trusted(one.heads(), export.log()));
            leaves = one.leaves().size() > leaves.size() ? one.leaves() : leaves;
        }
        if (kept.stream().allMatch(one -> one.heads().isEmpty())) {
            findings.add(new Finding(Fault.NO_HEAD, 0, export.size(), "no published head was given"));
        }
        History history = new History(export, heads, leaves);
        findings.addAll(history.findings());
        findings.addAll(new Comparison(history.truth(), export.entries()).findings());
        ownHeads(trusted(export.heads(), export.log()), history.truth(), export);
        Roots roots = new Roots(history.truth(), heads);
        List<Head> holding = heads.stream().filter(roots::match).toList();
        return new Report(
                export.log(),
                export.entries().size(),
                holding.size(),
                holding.stream().mapToLong(Head::size).max().orElse(0),
                findings);
    }

    /** The heads that the server shows must be of the history that it exports. */
    private void ownHeads(List<Head> own, HashList truth, Export export) {
        if (!findings.stream().map(Finding::fault).allMatch(OF_HEADS::contains)) {
            return;
        }
        HashList whole = HashList.concat(truth, export.recorded());
        Roots roots = new Roots(whole, own);
        own.stream()
                .filter(head -> !roots.match(head))
                .min(Comparator.comparingLong(Head::size))
                .ifPresent(head -> findings.add(new Finding(
                        head.size() > whole.size() ? Fault.TRUNCATED : Fault.REWRITTEN,
                        Math.min(head.size(), whole.size()),
                        Math.max(head.size(), whole.size()),
                        "the server's own head of %d entries is of another history".formatted(head.size()))));
    }

    private List<Head> trusted(List<String> heads, String log) {
        List<Head> trusted = new ArrayList<>();
        for (String jws : heads) {
            try {
                Head head = reader.read(jws).head();
                if (head.log().equals(log)) {
                    trusted.add(head);
                } else {
                    findings.add(new Finding(Fault.OTHER_LOG, 0, head.size(), "a head of another log stands here"));
                }
            } catch (InvalidHeadException wrong) {
                long size = reader.claim(jws).map(Head::size).orElse(0L);
                boolean otherKey = wrong.reason() == InvalidHeadException.Cause.OTHER_KEY;
                findings.add(new Finding(
                        otherKey ? Fault.OTHER_KEY : Fault.HEAD_FORGED,
                        0,
                        size,
                        "a head of %d entries: %s"
                                .formatted(size, wrong.reason().word())));
            }
        }
        return trusted;
    }
}
