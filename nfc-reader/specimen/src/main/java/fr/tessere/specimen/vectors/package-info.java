/**
 * What does the standard itself print? Worked examples of ICAO 9303-11 as typed values, for the tests of both sides of
 * the channel. Knows no code that computes them.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.specimen.vectors;
