package fr.tessere.audit.check;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.store.Logs;
import fr.tessere.audit.store.MemoryStore;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.TreeHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** A log whose tables somebody writes to, past the server. */
final class TamperedLog {
    final HeadSigner signer;
    final MemoryStore store;

    TamperedLog(HeadSigner signer, MemoryStore store) {
        this.signer = signer;
        this.store = store;
    }

    void change(int index) {
        store.entries.computeIfPresent(store.placed.get(index), (id, text) -> text.replace("login", "logout"));
    }

    void swapTexts(int one, int other) {
        String first = store.placed.get(one);
        String second = store.placed.get(other);
        String text = store.entries.get(first);
        store.entries.put(first, store.entries.get(second));
        store.entries.put(second, text);
    }

    void cut(int size) {
        while (store.placed.size() > size) {
            store.entries.remove(store.placed.remove(store.placed.size() - 1));
        }
        store.heads.removeIf(jws -> Logs.reader(signer).claim(jws).orElseThrow().size() > size);
    }

    /** Recorded hashes that fit whatever the entries are now. */
    void rehash() {
        store.leaves.clear();
        store.entries.keySet().retainAll(store.placed);
        store.placed.forEach(id -> store.leaves.add(leaf(Objects.requireNonNull(store.entries.get(id)))));
        store.heads.clear();
    }

    Head head() {
        Frontier frontier = Frontier.EMPTY;
        for (Hash leaf : store.leaves) {
            frontier = frontier.append(leaf);
        }
        return new Head(Logs.LOG, store.leaves.size(), frontier.root(), Logs.AT);
    }

    private static Hash leaf(String text) {
        return TreeHash.leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    static String header() {
        return "tessere-audit-heads 1 " + Logs.LOG + "\n";
    }

    String export() {
        StringBuilder text = new StringBuilder();
        try {
            ExportWriter writer = ExportWriter.export(Logs.LOG, text);
            for (int i = 0; i < store.placed.size(); i++) {
                writer.entry(
                        i,
                        Optional.of(store.leaves.get(i)),
                        Optional.ofNullable(store.entries.get(store.placed.get(i))));
            }
            for (String id : store.entries.keySet()) {
                if (!store.placed.contains(id) && !store.waiting.contains(id)) {
                    writer.stray(id);
                }
            }
            for (String head : store.heads) {
                writer.head(head);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }

    String published(boolean hashes) {
        StringBuilder text = new StringBuilder();
        try {
            ExportWriter writer = ExportWriter.published(Logs.LOG, text);
            if (hashes) {
                writer.leaves(0, store.leaves);
            }
            for (String head : store.heads) {
                writer.head(head);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }
}
