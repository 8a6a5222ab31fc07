/**
 * What does a resource server do with an access token, and a service with its refusal? A register of addresses that wants a
 * sign-in of its own strength and age (RFC 9470), and the client that asks it. Knows no page and no browser.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.demo.register;
