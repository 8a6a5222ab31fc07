/**
 * What is written down of an act? In: facts and digests. Out: one canonical text, the bytes that the log hashes. Knows no person:
 * whoever needs to be named comes as a keyed digest.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.audit.receipt;
