/** Where is that? Names of places become codes of INSEE's official geographic code (COG), or a question; never a guess. */
@org.jspecify.annotations.NullMarked
package fr.tessere.claims.places;
