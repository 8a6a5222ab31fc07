/**
 * How does a person use the reader from a terminal? The command line; the place where clock, randomness and the
 * machine's readers are chosen. Knows what to ask and what to say, nothing of chips.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.cli;
