package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.store.BrokenLogException;
import fr.tessere.audit.tree.Frontier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What somebody can do who writes to the database of the server, past the server; and how it is found. */
abstract class Tampering {
    private static final int SIZE = 40;

    private final HeadSigner signer = LogTables.signer();
    private @Nullable LogTables opened;
    private String onlyHeads = "";
    private String withHashes = "";

    /** An empty database. */
    abstract Connection database() throws Exception;

    @BeforeEach
    void grow() throws Exception {
        LogTables tables = LogTables.made(database(), signer);
        opened = tables;
        tables.grow(0, SIZE);
        onlyHeads = tables.published(false);
        withHashes = tables.published(true);
    }

    @AfterEach
    void close() throws SQLException {
        tables().close();
    }

    @Test
    void anUntouchedLogHoldsAndGoesOn() throws SQLException {
        assertThat(found(onlyHeads)).isEmpty();
        assertThat(tables().failing()).isEmpty();
        tables().grow(SIZE, SIZE + 30);
        assertThat(found(onlyHeads)).isEmpty();
        assertThat(found(withHashes)).isEmpty();
        assertThat(tables().log().proofs().inclusion(50, 70).path()).hasSize(7);
    }

    @Test
    void aLogThatGrowsWhileItIsTakenAwayHolds() throws Exception {
        try (LogTables node = tables().besides()) {
            String export = tables().export(() -> {
                try {
                    node.grow(SIZE, SIZE + 9);
                } catch (SQLException broken) {
                    throw new AssertionError(broken);
                }
            });

            assertThat(node.log().newestHead().orElseThrow().size()).isEqualTo(SIZE + 9);
            assertThat(tables().found(export, onlyHeads)).isEmpty();
        }
    }

    @Nested
    class Found {
        @Test
        void aFieldThatWasChanged() throws SQLException {
            tables().sql(
                            "UPDATE TESSERE_AUDIT_ENTRY SET ENTRY_TEXT = REPLACE(ENTRY_TEXT, 'eidas1', 'eidas3') WHERE ID = ?",
                            tables().idAt(5));

            assertThat(found(onlyHeads)).containsExactly("changed 5-6");
        }

        @Test
        void aColumnThatMisleadsASearch() throws SQLException {
            tables().sql("UPDATE TESSERE_AUDIT_ENTRY SET CLIENT = 'library' WHERE ID = ?", tables().idAt(5));

            assertThat(found(onlyHeads)).containsExactly("changed 5-6");
        }

        @Test
        void anEntryThatWasDeleted() throws SQLException {
            tables().sql("DELETE FROM TESSERE_AUDIT_ENTRY WHERE ID = ?", tables().idAt(5));

            assertThat(found(onlyHeads)).containsExactly("removed 5-6");
        }

        @Test
        void anEntryThatWasDeletedWithItsPlace() throws SQLException {
            tables().sql("DELETE FROM TESSERE_AUDIT_ENTRY WHERE ID = ?", tables().idAt(5));
            tables().sql("DELETE FROM TESSERE_AUDIT_LEAF WHERE PLACE = 5");

            assertThat(found(onlyHeads)).containsExactly("removed 5-6");
            assertThat(found(withHashes)).containsExactly("removed 5-6");
        }

        @Test
        void twoThatChangedPlaces() throws SQLException {
            swap();

            assertThat(found(onlyHeads)).containsExactlyInAnyOrder("reordered 5-6", "reordered 11-12");
        }

        @Test
        void oneThatWasAdded() throws SQLException {
            tables().write(LogTables.entry(99), false);

            assertThat(found(onlyHeads)).containsExactly("inserted 40-41");
        }

        @Test
        void oneThatWasAddedInTheMiddleAndHashesThatFit() throws SQLException {
            tables().write(LogTables.entry(99), false);
            tables().sql("UPDATE TESSERE_AUDIT_LEAF SET PLACE = -PLACE - 1 WHERE PLACE >= 5");
            tables().sql("UPDATE TESSERE_AUDIT_LEAF SET PLACE = -PLACE WHERE PLACE < 0");
            tables().sql(
                            "INSERT INTO TESSERE_AUDIT_LEAF (LOG, PLACE, ENTRY_ID, HASH) VALUES (?, 5, ?, '')",
                            LogTables.LOG,
                            LogTables.entry(99).id().text());
            tables().rehash();

            assertThat(found(onlyHeads)).containsExactly("rewritten 3-6");
            assertThat(found(withHashes)).containsExactly("inserted 5-6");
        }

        @Test
        void theEndThatWasCutOff() throws SQLException {
            tables().sql(
                            "DELETE FROM TESSERE_AUDIT_ENTRY WHERE ID IN (SELECT ENTRY_ID FROM TESSERE_AUDIT_LEAF WHERE PLACE >= 30)");
            tables().sql("DELETE FROM TESSERE_AUDIT_LEAF WHERE PLACE >= 30");
            tables().rehash();

            assertThat(found(onlyHeads)).containsExactly("truncated 30-40");
            assertThat(found(withHashes)).containsExactly("truncated 30-40");
        }

        @Test
        void everythingRewrittenFromAnEntryOn() throws SQLException {
            rewrite();

            assertThat(found(onlyHeads)).containsExactly("rewritten 24-27");
            assertThat(found(withHashes))
                    .hasSize(SIZE - 25)
                    .startsWith("changed 25-26")
                    .endsWith("changed 39-40");
        }

        @Test
        void anotherKey() throws SQLException {
            tables().sign(rewrite(), LogTables.signer());

            assertThat(found(onlyHeads)).containsExactlyInAnyOrder("rewritten 24-27", "other-key 0-40");
        }

        @Test
        void aForkBetweenTwoReaders() throws Exception {
            // two servers with one key go on from one history
            String first = tables().published(false);
            tables().sql(
                            "DELETE FROM TESSERE_AUDIT_ENTRY WHERE ID IN (SELECT ENTRY_ID FROM TESSERE_AUDIT_LEAF WHERE PLACE >= 30)");
            tables().sql("DELETE FROM TESSERE_AUDIT_LEAF WHERE PLACE >= 30");
            tables().sign(tables().rehash(), signer);
            try (LogTables second = tables().besides()) {
                second.grow(60, 70);
            }

            assertThat(found(first, tables().published(false))).contains("fork 0-40");
        }
    }

    @Nested
    class TheServerSignsNothing {
        @Test
        void onTopOfARewriting() throws SQLException {
            rewrite();

            refuses();
        }

        @Test
        void onTopOfAnotherKey() throws SQLException {
            tables().sign(rewrite(), LogTables.signer());

            refuses();
        }

        /** Entries, places, hashes and heads of an earlier moment: they fit together, and a head of the right key is the newest one. */
        @Test
        void onTopOfAnEarlierStateThatItHasSeenALaterOneOf() throws SQLException {
            tables().setBack(30);
            assertThat(found(tables().published(false)))
                    .as("the tables themselves do not show it")
                    .isEmpty();

            refuses();
            assertThat(tables().failing()).as("nor do other proofs").containsExactly("seen");
            try (LogTables restarted = tables().besides()) {
                restarted.grow(80, 95);
            }
            assertThat(found(onlyHeads)).as("heads that were kept do").contains("rewritten 30-33");
            refuses();
        }

        @Test
        void onTopOfTablesThatWereEmptied() throws SQLException {
            for (String table : List.of("ENTRY", "LEAF", "NODE", "HEAD")) {
                tables().sql("DELETE FROM TESSERE_AUDIT_" + table);
            }
            tables().sql("UPDATE TESSERE_AUDIT_LOG SET TREE_SIZE = 0, PEAKS = '', HEADS = 0");

            refuses();
            assertThat(tables().failing()).containsExactly("seen");
        }

        private void refuses() throws SQLException {
            tables().write(LogTables.entry(77), true);

            assertThatThrownBy(() -> tables().sequence("node", Instant.parse("2026-11-26T02:00:00Z")))
                    .isInstanceOf(BrokenLogException.class);
            tables().sql("DELETE FROM TESSERE_AUDIT_WAITING");
        }
    }

    @Test
    void oneNodeAtATimeAndAnotherWhenItDies() throws SQLException {
        Instant at = Instant.parse("2026-11-26T02:00:00Z");
        tables().write(LogTables.entry(80), true);

        assertThat(tables().sequence("first", at)).isEqualTo(1);
        tables().write(LogTables.entry(81), true);
        assertThat(tables().sequence("second", at.plusSeconds(1)))
                .as("the lease lives")
                .isEqualTo(-1);
        assertThat(tables().sequence("second", at.plusSeconds(10)))
                .as("the lease is over")
                .isEqualTo(1);
        assertThat(tables().sequence("first", at.plusSeconds(11)))
                .as("the first comes back")
                .isEqualTo(-1);
        assertThat(found(onlyHeads)).isEmpty();
    }

    @Test
    void whatHasToGoGoesAndTheProofsHold() throws SQLException {
        for (String month : List.of("2023-10", "2023-11", "2025-10", "2025-11", "2026-10")) {
            tables().sql(
                            "INSERT INTO TESSERE_AUDIT_KEY (LOG, RETENTION, KEY_MONTH, SEALED) VALUES (?, 'citizen', ?, 'x'), (?, 'staff', ?, 'x')",
                            LogTables.LOG,
                            month,
                            LogTables.LOG,
                            month);
        }

        assertThat(tables().erased("2026-10-31T23:59:59Z"))
                .as("the first act of November is 12 months old in a second")
                .containsExactlyInAnyOrder("citizen 2023-10", "citizen 2023-11", "citizen 2025-10", "staff 2023-10");
        assertThat(tables().erased("2026-11-01T00:00:00Z"))
                .containsExactlyInAnyOrder("citizen 2025-11", "staff 2023-11");
        assertThat(found(withHashes)).isEmpty();
    }

    private void swap() throws SQLException {
        String five = tables().idAt(5);
        String eleven = tables().idAt(11);
        tables().sql("UPDATE TESSERE_AUDIT_LEAF SET ENTRY_ID = 'between' WHERE PLACE = 5");
        tables().sql("UPDATE TESSERE_AUDIT_LEAF SET ENTRY_ID = ? WHERE PLACE = 11", five);
        tables().sql("UPDATE TESSERE_AUDIT_LEAF SET ENTRY_ID = ? WHERE PLACE = 5", eleven);
    }

    private Frontier rewrite() throws SQLException {
        tables().sql(
                        "UPDATE TESSERE_AUDIT_ENTRY SET ASSURANCE = 'eidas3', ENTRY_TEXT = REPLACE(ENTRY_TEXT, 'eidas1', 'eidas3')"
                                + " WHERE ID IN (SELECT ENTRY_ID FROM TESSERE_AUDIT_LEAF WHERE PLACE >= 25)");
        return tables().rehash();
    }

    private LogTables tables() {
        return java.util.Objects.requireNonNull(opened);
    }

    private List<String> found(String... published) {
        return tables().found(tables().export(), published);
    }
}
