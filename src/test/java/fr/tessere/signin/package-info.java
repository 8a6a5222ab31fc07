/**
 * Does a citizen get in? The whole way from the service's button to its tokens, on real parts: Keycloak, a chip on TCP
 * or behind PC/SC, the reader.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.signin;
