/** What was checked of these claims, and how? OpenID Connect for Identity Assurance 1.0, for what a service asks and no more. */
@org.jspecify.annotations.NullMarked
package fr.tessere.claims.assurance;
