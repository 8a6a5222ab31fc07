/**
 * Was this log rewritten? In: an export, and heads that were published before; no server. Out: what was removed, changed, inserted,
 * reordered, truncated, rewritten, signed with another key or forked, and where.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.audit.check;
