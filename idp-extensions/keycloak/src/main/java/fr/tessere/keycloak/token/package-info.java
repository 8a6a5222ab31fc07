/**
 * What does a service learn? In: the sealed identity of a session, the scopes it was given. Out: claims, signed.
 * Knows no reading.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.token;
