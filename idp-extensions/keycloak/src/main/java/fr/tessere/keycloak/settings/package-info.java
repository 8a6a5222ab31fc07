/**
 * What did the operator decide? In: Keycloak's configuration, read once at the start. Out: one record a concern. Knows no
 * reading and no person.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.settings;
