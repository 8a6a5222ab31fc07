/** The highest level: a person is compared with a document at a counter, and what that does and does not raise. */
@org.jspecify.annotations.NullMarked
package fr.tessere.highest;
