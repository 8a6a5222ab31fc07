/**
 * What does a real chip answer? The card's side of ICAO 9303-10 and -11 over ISO 7816-4: command bytes in, answer bytes
 * out. Shares no cryptographic code with the reader, so that both must agree independently; knows no transport.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.specimen.chip;
