/**
 * How does an integrator try a sign-in without a reader, a card or a form on paper? A program beside the server of a sandbox
 * realm: makes clients, lends test people's cards, shows what went over the wire. Knows no realm for citizens.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox;
