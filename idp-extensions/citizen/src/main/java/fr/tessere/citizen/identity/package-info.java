/**
 * What does a citizen see and decide of the own digital identity? Documents, history, consents, sessions, passkeys, code,
 * data, end. In: a session that reached eidas2 for these pages; out: pages, and acts that a form of that session asked for.
 * Knows no other account than that session's.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.identity;
