/**
 * May a passkey stand for the card? In: Keycloak's WebAuthn, an account that read its card a moment ago. Out: a passkey that
 * verified its user, as a method of a sign-in. Knows no chip.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.passkey;
