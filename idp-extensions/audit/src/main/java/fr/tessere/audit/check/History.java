package fr.tessere.audit.check;

import fr.tessere.audit.head.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which hashes the published heads vouch for, and where they contradict what is there. */
final class History {
    private final Export export;
    private final List<Head> heads;
    private final HashList truth;
    private final List<Finding> findings = new ArrayList<>();

    /** An export, trusted heads, and the hashes that were published beside them. */
    History(Export export, List<Head> heads, HashList leaves) {
        this.export = export;
        this.heads = heads;
        twoRoots();
        truth = continued(vouchedFor(leaves));
    }

    /** Behind the hashes that heads vouch for, those that the server has recorded since, if newer heads are of that history. */
    private HashList continued(HashList known) {
        if (known.size() > 0 && heads.stream().allMatch(head -> head.size() <= known.size())) {
            return known;
        }
        HashList whole = HashList.concat(known, export.recorded());
        if (export.hasHoles() || agrees(whole)) {
            return whole;
        }
        return known.size() > 0 ? known : export.recorded();
    }

    /** The hashes to lay the entries beside. */
    HashList truth() {
        return truth;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Published hashes count as far as a head signs them. */
    private HashList vouchedFor(HashList leaves) {
        Roots roots = new Roots(leaves, heads);
        List<Head> within =
                heads.stream().filter(head -> head.size() <= leaves.size()).toList();
        long vouched = largest(within, roots, leaves.size());
        Optional<Head> against = smallestBroken(within, roots);
        if (against.isPresent() && vouched > 0) {
            fork(against.get(), largest(within, roots, against.get().size()));
        } else if (leaves.size() > 0 && vouched == 0) {
            findings.add(new Finding(Fault.HASHES_FORGED, 0, leaves.size(), "no head signs these hashes"));
        }
        return leaves.first((int) vouched);
    }

    /** True if all heads are of this history; names where it leaves them. */
    private boolean agrees(HashList list) {
        long longest = heads.stream().mapToLong(Head::size).max().orElse(0);
        if (longest > list.size()) {
            findings.add(new Finding(
                    Fault.TRUNCATED,
                    list.size(),
                    longest,
                    "a head of %d entries was published, the export has %d".formatted(longest, list.size())));
        }
        Roots roots = new Roots(list, heads);
        List<Head> within =
                heads.stream().filter(head -> head.size() <= list.size()).toList();
        Optional<Head> against = smallestBroken(within, roots);
        against.ifPresent(broken -> {
            long from = largest(within, roots, broken.size());
            if (largest(within, roots, Long.MAX_VALUE) > from) {
                fork(broken, from);
            } else {
                findings.add(new Finding(
                        Fault.REWRITTEN,
                        from,
                        broken.size(),
                        "the head of %d entries is of another history; up to entry %d it is this one"
                                .formatted(broken.size(), from)));
            }
        });
        return longest <= list.size() && against.isEmpty();
    }

    private void fork(Head broken, long from) {
        Finding fork = new Finding(
                Fault.FORK,
                from,
                broken.size(),
                "the head of %d entries contradicts other heads; up to entry %d all agree"
                        .formatted(broken.size(), from));
        if (findings.stream().noneMatch(finding -> finding.fault() == Fault.FORK)) {
            findings.add(fork);
        }
    }

    /** Two heads of one size with two roots. */
    private void twoRoots() {
        Map<Long, Head> bySize = new HashMap<>();
        for (Head head : heads) {
            Head other = bySize.putIfAbsent(head.size(), head);
            if (other != null && !other.root().equals(head.root())) {
                findings.add(new Finding(
                        Fault.FORK, 0, head.size(), "two heads of %d entries have two roots".formatted(head.size())));
            }
        }
    }

    private static Optional<Head> smallestBroken(List<Head> heads, Roots roots) {
        return heads.stream().filter(head -> !roots.match(head)).min(Comparator.comparingLong(Head::size));
    }

    private static long largest(List<Head> heads, Roots roots, long below) {
        return heads.stream()
                .filter(head -> head.size() <= below && roots.match(head))
                .mapToLong(Head::size)
                .max()
                .orElse(0);
    }
}
