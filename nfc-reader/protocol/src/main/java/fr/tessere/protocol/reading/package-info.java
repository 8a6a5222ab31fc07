/**
 * The messages of one reading, between the reader beside the card and the server that proves the chip. In and out:
 * records that refuse what is too large or does not belong; JSON is each side's own affair. Knows no cryptography.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.protocol.reading;
