/**
 * Is this entry in the log, and is that log a continuation of this one? Hashing and proofs of RFC 9162 §2.1. In: leaf hashes.
 * Out: roots and proofs. Knows no entry and no database.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.audit.tree;
