package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.verification.trust.TrustKeeper;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * What these pages use.
 *
 * @param pages address of the start page, without a slash at the end
 * @param secret of this installation
 * @param random secure
 * @param status reports and switches
 * @param trust whose signatures count
 * @param now time of the request
 */
public record OfficerEquipment(
        URI pages, Secret secret, SecureRandom random, StatusEquipment status, TrustKeeper trust, Instant now) {}
