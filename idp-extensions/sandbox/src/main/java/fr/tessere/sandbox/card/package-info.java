/** What does a reader do with a test person's card? The software chip and the product's reader, side by side, and what they said. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox.card;
