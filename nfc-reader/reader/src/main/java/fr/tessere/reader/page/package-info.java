/**
 * How does a person use the reader in the browser of this machine? A page on loopback that no other origin can drive,
 * read or ask whether a card is there. In: a reading address and what is printed on the card; out: the browser goes
 * back where it came from. Keeps no access key.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.page;
