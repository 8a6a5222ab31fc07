package fr.tessere.keycloak.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Whose documents count.
 *
 * @param folder trust anchors: certificates and revocation lists; the sub-folder {@code specimen} vouches for specimens
 * @param expiredSpecimens true if specimen documents may be expired
 * @param oldest how old the newest list in the folder may be before operators are told
 */
public record TrustSettings(Path folder, boolean expiredSpecimens, Duration oldest) {}
