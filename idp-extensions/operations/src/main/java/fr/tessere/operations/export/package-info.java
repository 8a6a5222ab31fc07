/**
 * How does somebody take entries away to work on? In: entries that a search found. Out: CSV (RFC 4180) or JSON Lines, one by one. It
 * proves nothing: what proves is the export of the whole log.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.operations.export;
