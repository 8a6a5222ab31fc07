/**
 * What happened, for whoever answers for it? In: events of sign-ins. Out: one line of JSON each, named refusals, digests, no
 * personal data.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.journal;
