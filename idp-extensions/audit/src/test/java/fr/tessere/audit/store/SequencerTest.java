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
import java.time.Duration;
import java.util.List;
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
    @DisplayName("a clock that is set back by an hour does not stop the heads for an hour")
    void aClockThatIsSetBackStopsNothing() {
        MemoryStore store = Logs.grown(signer, 3);
        int heads = store.heads.size();

        Logs.sequencer(signer).sequence(Logs.LOG, store, Logs.AT.minusSeconds(3_600));
        Logs.sequencer(signer).sequence(Logs.LOG, store, Logs.AT.minusSeconds(3_590));
        assertThat(store.heads).hasSize(heads + 1);
    }

    @Test
    void aNewKeyGoesOnFromHeadsOfTheEarlierOne() throws InvalidHeadException {
        MemoryStore store = Logs.grown(signer, 10);
        store.write(Logs.entry(10));
        HeadSigner next = Logs.signer();
        HeadReader both = new HeadReader(List.of(next.key(), signer.key()));

        assertThat(new Sequencer(next, both, new SeenHeads(), 3, Duration.ofMinutes(5))
                        .sequence(Logs.LOG, store, Logs.AT))
                .isEqualTo(1);
        assertThat(Logs.reader(next)
                        .read(store.newestHead().orElseThrow())
                        .head()
                        .size())
                .isEqualTo(11);
        assertThatThrownBy(() -> Logs.sequencer(Logs.signer()).sequence(Logs.LOG, store, Logs.AT))
                .as("whoever does not name the key before does not go on")
                .isInstanceOf(BrokenLogException.class);
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

    @Nested
    @DisplayName("a server that runs goes on from no less than it found stored")
    class SetBack {
        private final MemoryStore store = Logs.grown(signer, 10);
        private final Sequencer running = Logs.sequencer(signer);

        @Test
        void tablesOfAnEarlierMomentAreRefused() {
            sequences(store, 10);

            refuses(Logs.grown(signer, 6));
            refuses(Logs.grown(signer, 6));
            sequences(store, 11);
        }

        @Test
        void tablesThatWereEmptiedAreRefused() {
            sequences(store, 10);

            refuses(new MemoryStore());
        }

        @Test
        void aLongerHistoryThatIsAnotherOneIsRefused() {
            sequences(store, 10);
            MemoryStore other = Logs.grown(signer, 6);
            Logs.grow(signer, other, 100, 120);

            refuses(other);
        }

        @Test
        void whatAnotherNodeDidIsSeenByWhoeverLooks() {
            running.look(Logs.LOG, store);

            refuses(Logs.grown(signer, 6));
            assertThatThrownBy(() -> running.look(Logs.LOG, Logs.grown(signer, 6)))
                    .isInstanceOf(BrokenLogException.class);
        }

        @Test
        void anotherNodeMayHaveGoneFurther() {
            sequences(store, 10);
            Logs.grow(signer, store, 11, 25);

            sequences(store, 25);
        }

        @Test
        void aHeadThatWasSignedAndNeverStoredIsNotMissed() {
            sequences(store, 10);
            // this transaction fails: the tables are as they were
            sequences(Logs.grown(signer, 10), 10);

            sequences(Logs.grown(signer, 10), 10);
        }

        @Test
        void aHeadWhoseTransactionEndedWellIsMissed() {
            sequences(store, 10);
            running.stored(Logs.LOG);

            refuses(Logs.grown(signer, 10));
            sequences(store, 11);
        }

        @Test
        void afterARestartTablesOfABackupAreTaken() {
            sequences(store, 10);

            assertThat(Logs.sequencer(signer).sequence(Logs.LOG, Logs.grown(signer, 6), Logs.AT))
                    .isZero();
        }

        private void sequences(MemoryStore tables, int size) {
            tables.write(Logs.entry(size));
            assertThat(running.sequence(Logs.LOG, tables, Logs.AT.plusSeconds(60)))
                    .isEqualTo(1);
            assertThat(tables.frontier.size()).isEqualTo(size + 1L);
        }

        private void refuses(MemoryStore tables) {
            int heads = tables.heads.size();
            tables.write(Logs.entry(200));

            assertThatThrownBy(() -> running.sequence(Logs.LOG, tables, Logs.AT.plusSeconds(60)))
                    .isInstanceOf(BrokenLogException.class);
            assertThat(tables.heads).hasSize(heads);
        }
    }

    @Test
    void hashesThatSomebodyTookAreMissed() {
        MemoryStore store = Logs.grown(signer, 40);
        store.nodes.remove(new Subtree(4, 1));

        assertThatThrownBy(() -> store.proofs().inclusion(0, 40)).isInstanceOf(MissingHashException.class);
    }
}
