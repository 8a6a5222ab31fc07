/** Whom can an integrator be? Test people, each with the card it takes to try one case. Knows no server. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox.people;
