/**
 * Which document is to be compared with its holder? In: a session's document. Out: a code for a counter, and once, for the agent
 * who typed it, what has to be compared. Knows no page and no role.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.counter.code;
