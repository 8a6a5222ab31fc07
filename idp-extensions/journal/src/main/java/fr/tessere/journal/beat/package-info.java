/** Who does what the clock asks for? In: work and pauses. Out: that work, on a thread of this node. Decides nothing. */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.beat;
