/**
 * How does a terminal reach a software chip? Over TCP on this machine, with the framing of the virtual PC/SC reader:
 * 2 bytes of length, then the bytes. Knows no command of the chip; a peer that sends rubbish is left, not obeyed.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.specimen.link;
