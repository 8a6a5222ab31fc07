/**
 * Is the product well? In: the tables of the logs, what is trusted at this moment, the beats of
 * this node. Out: gauges in the server's own registry, and a
 * check at its own address for health. Looks; changes nothing.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.operations.vitals;
