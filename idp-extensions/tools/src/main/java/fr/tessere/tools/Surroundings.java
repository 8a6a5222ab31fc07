package fr.tessere.tools;

import java.io.PrintWriter;
import java.time.Clock;

/**
 * What commands stand in: a test puts its own parts here.
 *
 * @param out where results go
 * @param err where complaints go
 * @param texts the person's language
 * @param clock the time that counts when no other is given
 */
record Surroundings(PrintWriter out, PrintWriter err, Texts texts, Clock clock) {

    /** One line of a result. */
    void say(String line) {
        out.println(line);
    }

    /** One line of a complaint. */
    void complain(String line) {
        err.println(line);
    }
}
