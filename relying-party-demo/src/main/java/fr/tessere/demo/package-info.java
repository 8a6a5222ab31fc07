/** What does a public service do with a sign-in by Tessère? A small service that asks, checks and shows. Knows no chip. */
@org.jspecify.annotations.NullMarked
package fr.tessere.demo;
