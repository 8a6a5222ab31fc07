/**
 * Is it the person who chose the code? In: six digits. Out: a factor that only the person knows, or a named refusal. Knows
 * no document.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.code;
