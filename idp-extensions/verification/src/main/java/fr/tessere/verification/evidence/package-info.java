/** What was checked, and what came of it? Facts without personal data, and the one exception that refuses. */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification.evidence;
