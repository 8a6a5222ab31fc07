/**
 * What is in a specimen document? People who do not exist, their data groups, the chip's keys and the secrets printed on
 * the card (ICAO 9303-3, 9303-10). Knows no APDU.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.specimen.document;
