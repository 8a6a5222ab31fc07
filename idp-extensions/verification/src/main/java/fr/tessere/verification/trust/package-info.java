/**
 * Whose signature counts? Country signers, revocation lists, and how one certificate is checked against another. Knows
 * certificates only, no document.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification.trust;
