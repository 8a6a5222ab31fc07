/** What does this service get of this person? Out: the claims of userinfo and ID token, and no others. */
@org.jspecify.annotations.NullMarked
package fr.tessere.release.answer;
