/** What may everybody see of the log? In: requests of anybody. Out: heads, hashes, proofs, the key; no entry. */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.publish;
