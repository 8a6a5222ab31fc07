/**
 * Is it the original chip? Chip Authentication and Active Authentication run by the server (ICAO 9303-11 §6), through
 * scripts that a reader plays. In: a signed document, the chip's answers. Out: an original chip. Knows no person.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification.authenticity;
