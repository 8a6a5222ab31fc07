/**
 * Talks with the server that proves the chip. In: a reading address and records of {@code fr.tessere.protocol.reading};
 * out: the server's replies, strictly read, for the server may be hostile too. Knows no card and no access key.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.server;
