/** Is the assembled Keycloak home whole, and does it replace nothing of the server? */
@org.jspecify.annotations.NullMarked
package fr.tessere.assembly;
