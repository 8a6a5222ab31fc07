/**
 * The pages of agents at a counter: is the person in front of them the holder of the document? In: a code that the person brings.
 * Out: a comparison that counts, or a refusal with its cause, in the log. Knows no document number and no picture.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.counter.agent;
