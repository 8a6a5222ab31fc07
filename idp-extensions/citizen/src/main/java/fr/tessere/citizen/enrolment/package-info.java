/**
 * Whose account does the document open, and if nobody's: does the person want one? In: a proven document. Out: an account
 * whose holder agreed to what is kept and chose a code. Never a silent change of somebody's means.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.enrolment;
