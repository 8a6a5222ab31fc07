/**
 * Does the chip let us in? Access keys (CAN, MRZ), PACE and BAC (ICAO 9303-11 §4), and the channel that they open. The
 * only room that sees an access key: it does not print it, keep it or give it away.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.access;
