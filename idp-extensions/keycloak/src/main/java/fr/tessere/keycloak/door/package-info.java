/**
 * The way into pages of our own: who is sent to sign in, who comes back, what the session proved and for how long that
 * holds; and what the answers and texts of such pages have in common. In: a browser with a session at the identity provider,
 * or without. Out: a visit. Knows no page and no role.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.door;
