/**
 * The browser's side of a sign-in. In: a browser with its authentication session. Out: the page with the reading's
 * addresses, then an account and a level, or a named refusal for the service. Knows no chip.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.login;
