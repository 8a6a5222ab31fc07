/** What does a person read? Pages in French and English, from what the token says. Decides nothing about a sign-in. */
@org.jspecify.annotations.NullMarked
package fr.tessere.demo.page;
