/** What goes over a card's wire: files, commands, answers (ISO 7816-4, ICAO 9303-10 §3). Knows no key and no meaning. */
@org.jspecify.annotations.NullMarked
package fr.tessere.protocol.card;
