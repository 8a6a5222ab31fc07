/**
 * Does a citizen see and rule the own identity, and nobody else's? The pages "my identity" on a real server, by their
 * holder, by others and by pages of others.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.identity;
