/**
 * What happened, for whoever answers for it? In: events of Keycloak, steps of readings, acts of officers. Out: an entry of the log in
 * the transaction of the act, and one line of JSON; named refusals, digests, no personal data.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.record;
