/**
 * Cards behind a TCP address: a software chip that speaks the framing of the virtual PC/SC reader (each message: 2-byte
 * big-endian length, then that many bytes). Knows nothing of what is read.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.socket;
