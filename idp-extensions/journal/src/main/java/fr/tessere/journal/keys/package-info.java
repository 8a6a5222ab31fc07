/**
 * Which keys does the log use? In: settings, and the installation's secret. Out: the key that signs heads, and keyed digests of
 * people and documents, under keys that live as long as the digests may be understood; and how this server signs with a curve,
 * tokens too. Knows no event.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.keys;
