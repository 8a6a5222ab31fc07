/**
 * What does a person see? The whole way in a real Chromium, in French and English, with and without scripts, and whether
 * everybody can use the pages (axe-core, WCAG 2 A and AA).
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.browser;
