/**
 * How does a person who forgot the code get a new one? In: a document that was read again. Out: a new code after a number by
 * e-mail or a waiting time, both told to the owner. Knows no page of other steps.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.recovery;
