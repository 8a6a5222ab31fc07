package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came and went between two looks at a trust folder.
 *
 * @param added country signers that are trusted now and were not
 * @param removed country signers that were trusted and are not any more
 * @param listsAdded revocation lists that count now
 * @param listsRemoved revocation lists that do not count any more
 */
public record TrustChanges(
        List<CountrySigner> added,
        List<CountrySigner> removed,
        List<RevocationList> listsAdded,
        List<RevocationList> listsRemoved) {
    public TrustChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        listsAdded = List.copyOf(listsAdded);
        listsRemoved = List.copyOf(listsRemoved);
    }

    /** What changed from the first to the second. */
    public static TrustChanges between(TrustAnchors before, TrustAnchors after) {
        return new TrustChanges(
                missing(before.all(), after.all(), TrustChanges::digest),
                missing(after.all(), before.all(), TrustChanges::digest),
                missing(before.revocationLists(), after.revocationLists(), RevocationList::digest),
                missing(after.revocationLists(), before.revocationLists(), RevocationList::digest));
    }

    /** True if nothing came or went. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && listsAdded.isEmpty() && listsRemoved.isEmpty();
    }

    private static Bytes digest(CountrySigner signer) {
        return signer.certificate().digest();
    }

    private static <T> List<T> missing(Collection<T> in, Collection<T> from, Function<T, Bytes> digest) {
        Set<Bytes> known = in.stream().map(digest).collect(Collectors.toSet());
        return from.stream().filter(one -> !known.contains(digest.apply(one))).toList();
    }
}
