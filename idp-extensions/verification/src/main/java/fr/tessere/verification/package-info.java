/**
 * The door: did a State sign this document, and does the original chip answer? In: unverified files, the chip's answers,
 * the time. Out: the next script or a verdict. Knows no Keycloak, writes no log, has no clock.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification;
