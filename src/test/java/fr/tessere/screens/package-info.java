/**
 * What do the pages look like? Takes a picture of each page of {@link fr.tessere.browser.Tour} for people to leaf through.
 * Judges nothing: what a machine can tell of a page stands in {@code fr.tessere.browser}.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.screens;
