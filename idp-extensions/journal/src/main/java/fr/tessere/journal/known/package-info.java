/**
 * What holds now that no event of Keycloak tells of? In: client policies, texts, settings, trust, as they are. Out: what was known last, in
 * a table, and an entry of the log when it is something else, written once however many nodes look. Judges nothing.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.known;
