/**
 * How do bytes reach a card? The channel to one card, what can go wrong on it, and decorators. Knows what an APDU is,
 * nothing of access keys, files or servers.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.card;
