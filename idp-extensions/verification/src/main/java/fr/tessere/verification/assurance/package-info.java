/** How strong is it? From evidence, factors and channel to a level, as a table that can be read. Knows no person. */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification.assurance;
