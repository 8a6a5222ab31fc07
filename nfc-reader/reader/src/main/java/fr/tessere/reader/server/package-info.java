/**
 * Carries a reading between a card and the server that proves the chip. In: a reading address and an opened chip; out:
 * the end of the reading. Replies are read strictly, for the server may be hostile too. Sees no access key.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.server;
