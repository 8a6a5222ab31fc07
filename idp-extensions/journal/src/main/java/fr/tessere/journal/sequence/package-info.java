/** Who puts entries into the tree? In: a tick. Out: batches, on whichever node holds the lease of a log. Knows no event. */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.sequence;
