package fr.tessere.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.store.Logs;
import fr.tessere.audit.store.MemoryStore;
import fr.tessere.audit.tree.TreeHash;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("audit.md: an export is held against what was published")
class LogCheckTest {
    private static final int SIZE = 20;

    private final HeadSigner signer = Logs.signer();
    private final MemoryStore store = Logs.grown(signer, SIZE);
    private final TamperedLog log = new TamperedLog(signer, store);
    private final String onlyHeads = log.published(false);
    private final String withHashes = log.published(true);

    @Test
    void anUntouchedLogHolds() {
        Report report = check(withHashes);

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(SIZE);
        assertThat(report.covered()).isEqualTo(SIZE);
        assertThat(report.heads()).isEqualTo(7);
    }

    @Test
    void aLogThatHasGrownSinceHolds() {
        Logs.grow(signer, store, SIZE, 50);

        assertThat(check(withHashes).findings()).isEmpty();
        assertThat(check(withHashes).covered()).isEqualTo(SIZE);
        assertThat(check(onlyHeads).findings()).isEmpty();
    }

    @Test
    void aFileWithoutAnyHeadVouchesForNothing() {
        assertThat(found(TamperedLog.header())).containsExactly("no-head 0-20");
        assertThat(check(TamperedLog.header()).holds()).isFalse();
        assertThat(check(log.export(), List.of(TamperedLog.header(), onlyHeads)).holds())
                .isTrue();
    }

    @Nested
    @DisplayName("somebody writes to the table of entries")
    class Entries {
        @Test
        void andChangesOne() {
            log.change(5);

            assertThat(found(onlyHeads)).containsExactly("changed 5-6");
            assertThat(found(withHashes)).containsExactly("changed 5-6");
        }

        @Test
        void andDeletesOne() {
            store.entries.remove(store.placed.get(5));

            assertThat(found(onlyHeads)).containsExactly("removed 5-6");
            assertThat(found(withHashes)).containsExactly("removed 5-6");
        }

        @Test
        void andSwapsTwo() {
            log.swapTexts(5, 11);

            assertThat(found(onlyHeads)).containsExactlyInAnyOrder("reordered 5-6", "reordered 11-12");
        }

        @Test
        void andAddsOneWithoutAPlace() {
            store.entries.put("strayAAAAAAAAAAAAAAAAA", "whatever");

            assertThat(found(onlyHeads)).containsExactly("inserted 20-21");
        }
    }

    @Nested
    @DisplayName("somebody writes to all tables and makes the hashes fit")
    class Everything {
        @Test
        void afterAChange() {
            log.change(5);
            log.rehash();

            assertThat(found(onlyHeads)).containsExactly("rewritten 3-6");
            assertThat(found(withHashes)).containsExactly("changed 5-6");
        }

        @Test
        void afterADeletion() {
            store.placed.remove(5);
            log.rehash();

            assertThat(found(onlyHeads)).containsExactlyInAnyOrder("truncated 19-20", "rewritten 3-6");
            assertThat(found(withHashes)).containsExactly("removed 5-6");
        }

        @Test
        void afterASwap() {
            String five = store.placed.set(5, store.placed.get(11));
            store.placed.set(11, five);
            log.rehash();

            assertThat(found(onlyHeads)).containsExactly("rewritten 3-6");
            assertThat(found(withHashes)).containsExactlyInAnyOrder("reordered 5-6", "reordered 11-12");
        }

        @Test
        void afterAnInsertion() {
            Entry more = Logs.entry(99);
            store.entries.put(more.id().text(), more.text());
            store.placed.add(5, more.id().text());
            log.rehash();

            assertThat(found(onlyHeads)).containsExactly("rewritten 3-6");
            assertThat(found(withHashes)).containsExactly("inserted 5-6");
        }

        @Test
        void afterCuttingTheEnd() {
            log.cut(15);
            log.rehash();

            assertThat(found(onlyHeads)).containsExactly("truncated 15-20");
            assertThat(found(withHashes)).containsExactly("truncated 15-20");
        }

        @Test
        void fromAnEntryOnAndSignsItAgain() {
            for (int i = 12; i < SIZE; i++) {
                log.change(i);
            }
            log.rehash();
            store.heads.add(signer.sign(log.head()).jws());

            assertThat(found(onlyHeads)).containsExactly("rewritten 12-15");
        }

        @Test
        void andLeavesAHoleInThePlaces() {
            store.entries.remove(store.placed.get(5));
            String export = log.export().replaceFirst("entry 5 [0-9a-f]+ -", "entry 5 - -");

            assertThat(words(check(export, List.of(onlyHeads)))).containsExactly("removed 5-6");
        }
    }

    @Nested
    @DisplayName("heads")
    class Heads {
        @Test
        void ofAnotherKeyAreNamed() {
            HeadSigner other = Logs.signer();
            store.heads.add(other.sign(log.head()).jws());

            assertThat(found(onlyHeads)).containsExactly("other-key 0-20");
            assertThat(words(check(log.export(), List.of(log.published(false)))))
                    .contains("other-key 0-20");
        }

        @Test
        void ofOneSizeWithTwoRootsAreAFork() {
            MemoryStore other = forked();

            assertThat(words(check(log.export(), List.of(onlyHeads, new TamperedLog(signer, other).published(false)))))
                    .contains("fork 0-15");
        }

        @Test
        void ofTwoSizesThatContradictAreAFork() {
            MemoryStore other = forked();
            Logs.grow(signer, other, 60, 62);
            String last = TamperedLog.header() + "head " + other.heads.get(other.heads.size() - 1) + "\n";

            assertThat(words(check(log.export(), List.of(onlyHeads, last)))).containsExactly("fork 15-17");
            assertThat(words(check(log.export(), List.of(withHashes, last)))).containsExactly("fork 15-17");
        }

        @Test
        void withOtherHashesBesideThemAreNamed() {
            String forged = withHashes.replace(store.leaves.get(4).toHex(), TreeHash.EMPTY.toHex());
            String heads =
                    forged.lines().filter(line -> !line.startsWith("head")).reduce("", (a, b) -> a + b + "\n");

            assertThat(words(check(
                            log.export(), List.of(heads, TamperedLog.header() + "head " + store.heads.get(6) + "\n"))))
                    .containsExactly("hashes-forged 0-20");
        }

        @Test
        void ofAnotherLogAreNamed() {
            String other = onlyHeads.replace(" realm-1\n", " realm-2\n");

            assertThat(words(check(log.export(), List.of(other)))).containsExactly("other-log 0-0");
        }

        @Test
        void withABrokenSignatureAreNamed() {
            String broken = onlyHeads.replaceAll("(?m)^(head .*)....$", "$1AAAA");

            assertThat(words(check(log.export(), List.of(broken)))).contains("head-forged 0-20");
        }

        /** The same log up to 12 entries, then another. */
        private MemoryStore forked() {
            MemoryStore other = Logs.grown(signer, 12);
            Logs.grow(signer, other, 50, 53);
            return other;
        }
    }

    @Nested
    @DisplayName("files that are not of their form")
    class Malformed {
        @Test
        void areRefusedWithTheLine() {
            String export = log.export();
            for (String broken : List.of(
                    "",
                    "tessere-audit-export 2 realm-1\n",
                    export.substring(0, export.length() - 1),
                    export.replace("entry 5 ", "entry 4 "),
                    export.replace("entry 5 ", "entry 6 "),
                    export.replace("entry 5 ", "entry 99999999999999999999 "),
                    export + "nonsense\n",
                    export + "stray a b\n",
                    export + "entry 20 zz -\n",
                    export + "column 3 \u001b[2J\n",
                    export + "column 3 \u202eEMAN\n",
                    export.replace("realm-1\n", "realm-1\u001b[31m\n"),
                    export.replace("\n", "\r\n"),
                    "\uFEFF" + export,
                    export + "column 3 \uFFFD\n",
                    export + "x".repeat(Lines.LONGEST + 1) + "\n")) {
                assertThatThrownBy(() -> LogCheck.check(
                                new StringReader(broken), List.of(new StringReader(onlyHeads)), Logs.reader(signer)))
                        .as(broken.length() > 100 ? broken.substring(broken.length() - 60) : broken)
                        .isInstanceOf(InvalidFileException.class)
                        .hasMessageStartingWith("line ");
            }
        }

        @Test
        void ofHeadsToo() {
            for (String broken : List.of(
                    "",
                    TamperedLog.header() + "leaves 1 " + TreeHash.EMPTY + "\n",
                    TamperedLog.header() + "leaves -1 " + TreeHash.EMPTY + "\n",
                    TamperedLog.header() + "head\n")) {
                assertThatThrownBy(() -> LogCheck.check(
                                new StringReader(log.export()), List.of(new StringReader(broken)), Logs.reader(signer)))
                        .isInstanceOf(InvalidFileException.class);
            }
        }
    }

    private List<String> found(String published) {
        return words(check(published));
    }

    private static List<String> words(Report report) {
        return report.findings().stream()
                .map(one -> "%s %d-%d".formatted(one.fault().word(), one.from(), one.to()))
                .distinct()
                .toList();
    }

    private Report check(String published) {
        return check(log.export(), List.of(published));
    }

    private Report check(String export, List<String> published) {
        try {
            List<java.io.Reader> files = new ArrayList<>();
            published.forEach(text -> files.add(new StringReader(text)));
            return LogCheck.check(new StringReader(export), files, Logs.reader(signer));
        } catch (IOException | InvalidFileException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
