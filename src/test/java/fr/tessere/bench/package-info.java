/**
 * What does a sign-in cost? Requests, commands and bytes of each document; processor time of one verification, split into
 * its cryptographic operations; processor time of Keycloak beside that of a sign-in with a password. Numbers only, no
 * judgement: that stands in the documents.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.bench;
