/** What does an integrator read and press? Pages in French and English. Decides nothing about a card or a token. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox.page;
