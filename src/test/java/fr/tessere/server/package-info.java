/**
 * What must run before a test can sign in: one real Keycloak for the whole run, the demo service, a software chip on
 * TCP or behind a real PC/SC stack. Each is a process or a thread of this run on loopback and a free port, and is ended
 * with it. Knows no test.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.server;
