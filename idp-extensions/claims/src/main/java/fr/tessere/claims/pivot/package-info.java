/** Who is it, as French administrations write it? The identité pivot, and where each part of it comes from. */
@org.jspecify.annotations.NullMarked
package fr.tessere.claims.pivot;
