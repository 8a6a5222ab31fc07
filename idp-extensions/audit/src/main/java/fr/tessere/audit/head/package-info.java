/**
 * Who says that the log was like this? In: a size and a root. Out: a head, signed as JWS (RFC 7515) with ES256; or, read back, a head
 * that one of the trusted keys signed. Knows no entry.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.audit.head;
