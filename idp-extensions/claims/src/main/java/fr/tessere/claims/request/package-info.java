/** What does the service ask for? Its hostile text becomes values, or is refused. Knows no person and no Keycloak. */
@org.jspecify.annotations.NullMarked
package fr.tessere.claims.request;
