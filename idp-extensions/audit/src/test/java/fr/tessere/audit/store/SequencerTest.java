package fr.tessere.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Subtree;
import fr.tessere.audit.tree.TreeHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Entries that wait get a place, and what the tree has become is signed")
class SequencerTest {
    private final HeadSigner signer = Logs.signer();
    private final HeadReader reader = Logs.reader(signer);

    @Test
    void everyEntryHasOnePlaceAndTheHeadIsItsRoot() throws InvalidHeadException {
        MemoryStore store = Logs.grown(signer, 100);
        Head head = reader.read(store.newestHead().orElseThrow()).head();

        assertThat(store.placed).hasSize(100).doesNotHaveDuplicates().containsExactlyElementsOf(store.entries.keySet());
        assertThat(store.waiting).isEmpty();
        assertThat(head.size()).isEqualTo(100);
        assertThat(head.root()).isEqualTo(store.frontier.root());
    }

    @Test
    void proofsComeFromEveryFourthHeightAsFromAllHashes() throws InvalidHeadException {
        MemoryStore store = Logs.grown(signer, 300);
        Head head = reader.read(store.newestHead().orElseThrow()).head();

        assertThat(store.nodes.keySet()).extracting(Subtree::height).containsOnly(4, 8);
        for (int i = 0; i < 300; i += 7) {
            assertThat(store.proofs().inclusion(i, 300).holds(store.leaves.get(i), head.root()))
                    .as("leaf %d", i)
                    .isTrue();
        }
        for (String earlier : store.heads) {
            Head first = reader.read(earlier).head();
            assertThat(store.proofs().consistency(first.size(), 300).holds(first.root(), head.root()))
                    .as("from %d", first.size())
                    .isTrue();
        }
    }

    @Test
    void aLogThatDoesNotGrowGetsAFreshHeadNowAndThen() {
        MemoryStore store = Logs.grown(signer, 3);
        int heads = store.heads.size();

        Logs.sequencer(signer).sequence(Logs.LOG, store, Logs.AT.plusSeconds(60));
        assertThat(store.heads).hasSize(heads);
        Logs.sequencer(signer).sequence(Logs.LOG, store, Logs.AT.plusSeconds(600));
        assertThat(store.heads).hasSize(heads + 1);
    }

    @Test
    void anEmptyLogHasNoHead() {
        MemoryStore store = new MemoryStore();

        assertThat(Logs.sequencer(signer).sequence(Logs.LOG, store, Logs.AT)).isZero();
        assertThat(store.heads).isEmpty();
    }

    @Nested
    @DisplayName("nothing is signed on top of what was not signed")
    class Broken {
        private final MemoryStore store = Logs.grown(signer, 10);

        @Test
        void aTreeThatSomebodyMadeAnew() {
            store.frontier = Frontier.EMPTY.append(TreeHash.EMPTY);

            refuses();
        }

        @Test
        void aTreeWithoutHeads() {
            store.heads.clear();

            refuses();
        }

        @Test
        void aHeadOfAnotherKey() {
            HeadSigner other = Logs.signer();
            store.heads.add(other.sign(new Head(Logs.LOG, 10, store.frontier.root(), Logs.AT))
                    .jws());

            refuses();
        }

        @Test
        void anOlderHead() {
            store.heads.remove(store.heads.size() - 1);

            refuses();
        }

        private void refuses() {
            store.write(Logs.entry(10));
            int heads = store.heads.size();

            assertThatThrownBy(() -> Logs.sequencer(signer).sequence(Logs.LOG, store, Logs.AT))
                    .isInstanceOf(BrokenLogException.class);
            assertThat(store.heads).hasSize(heads);
            assertThat(store.waiting).hasSize(1);
        }
    }

    @Test
    void hashesThatSomebodyTookAreMissed() {
        MemoryStore store = Logs.grown(signer, 40);
        store.nodes.remove(new Subtree(4, 1));

        assertThatThrownBy(() -> store.proofs().inclusion(0, 40)).isInstanceOf(MissingHashException.class);
    }
}
