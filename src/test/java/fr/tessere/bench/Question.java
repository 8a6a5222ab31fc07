package fr.tessere.bench;

import java.sql.Connection;

/**
 * Something that a page of the console asks the tables.
 *
 * @param name for a table
 * @param asking asks it
 */
record Question(String name, Asking asking) {
    /** Asks, each turn for something else where there is something else to ask for. */
    interface Asking {
        /** Number of entries, bars or proofs that came back. */
        int ask(Connection connection, int turn);
    }
}
