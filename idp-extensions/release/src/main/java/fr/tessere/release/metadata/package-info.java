/** What may a service ask for here? Keycloak's openid-configuration, and what Keycloak cannot know. */
@org.jspecify.annotations.NullMarked
package fr.tessere.release.metadata;
