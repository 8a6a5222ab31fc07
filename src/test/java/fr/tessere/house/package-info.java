/**
 * Is the house still built as DESIGN.md draws it? Reads class files and sources of the whole repository. In: the tree
 * below {@code tessere.root}. Out: a list of all that broke a rule. Starts nothing but bash, which completes a line.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.house;
