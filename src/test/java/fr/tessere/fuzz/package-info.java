/**
 * What do bytes do that nobody thought of? Coverage-guided fuzzing of each parser and of the reading as a state machine.
 * In a test run the seeds and all former findings are played; {@code tessere fuzz} looks for new ones.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.fuzz;
