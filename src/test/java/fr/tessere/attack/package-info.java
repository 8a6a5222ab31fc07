/**
 * What can an attacker reach who owns the reader, the network path or a browser? Every test goes through the real HTTP
 * interface of a running Keycloak; nothing of the server is called in another way.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.attack;
