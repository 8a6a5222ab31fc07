package fr.tessere.audit.check;

import fr.tessere.audit.tree.Hash;
import java.util.Arrays;

/** Hashes of a log with many entries: 32 bytes each, and nothing around them. */
final class HashList {
    private byte[] bytes = new byte[64 * Hash.LENGTH];
    private int size;

    int size() {
        return size;
    }

    void add(Hash hash) {
        if ((size + 1) * Hash.LENGTH > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        System.arraycopy(hash.toArray(), 0, bytes, size * Hash.LENGTH, Hash.LENGTH);
        size++;
    }

    /** The first so many of these. */
    HashList first(int count) {
        HashList list = new HashList();
        for (int i = 0; i < count; i++) {
            list.add(get(i));
        }
        return list;
    }

    /** The first list, and what the second has behind that length. */
    static HashList concat(HashList first, HashList second) {
        HashList list = first.first(first.size());
        for (int i = first.size(); i < second.size(); i++) {
            list.add(second.get(i));
        }
        return list;
    }

    Hash get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return Hash.of(Arrays.copyOfRange(bytes, index * Hash.LENGTH, (index + 1) * Hash.LENGTH));
    }
}
