/** Who is it? The citizen's data, from signed files only. Knows no chip and no level. */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification.identity;
