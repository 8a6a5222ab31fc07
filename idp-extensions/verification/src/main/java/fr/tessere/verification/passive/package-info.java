/** Did the State sign this data? Passive authentication, ICAO 9303-11 §5.1. Out: a signed document. Knows no chip. */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification.passive;
