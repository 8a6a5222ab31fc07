/**
 * What stands against a document or its makers today? In: officers' reports and switches, an authority's lookup. Out: a
 * status report, the switches that are set. Knows keyed digests, never a document number, and no reading.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.status;
