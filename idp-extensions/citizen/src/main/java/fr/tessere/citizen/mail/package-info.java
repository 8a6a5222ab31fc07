/**
 * How is the citizen told? In: a message of a closed list. Out: an e-mail of our look, in the person's language, sent by
 * Keycloak's own settings. Knows no code and no name; addresses are never logged.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.mail;
