/** What is the least that answers the question? Ages without a birth date, a year, a union instead of a nation. */
@org.jspecify.annotations.NullMarked
package fr.tessere.claims.minimal;
