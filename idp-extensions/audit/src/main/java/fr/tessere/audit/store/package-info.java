/**
 * How do entries get into the tree? In: entries that wait, written with the acts they record. Out: places in the tree, and signed
 * heads. One sequencer at a time; what the store does so that there is one, it knows itself.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.audit.store;
