package fr.tessere.keycloak.settings;

import java.nio.file.Path;

/**
 * Whose documents count.
 *
 * @param folder trust anchors: certificates and revocation lists; the sub-folder {@code specimen} vouches for specimens
 * @param expiredSpecimens true if specimen documents may be expired
 */
public record TrustSettings(Path folder, boolean expiredSpecimens) {}
