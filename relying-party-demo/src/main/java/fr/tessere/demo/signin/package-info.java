/**
 * Who is this, and is the proof strong enough? Authorization code flow with PKCE and a signed client assertion; the
 * level in the token is checked here and nowhere else. In: the browser's request; out: a signed-in person or a
 * {@link fr.tessere.demo.signin.SignInRefusal}. Knows no page.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.demo.signin;
