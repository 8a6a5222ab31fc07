/**
 * What did the operator decide? In: Keycloak's configuration, read once at the start, and the profile of each service. Out:
 * one record a concern, and the rules of a profile that Keycloak has not. Knows no reading and no person.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.settings;
