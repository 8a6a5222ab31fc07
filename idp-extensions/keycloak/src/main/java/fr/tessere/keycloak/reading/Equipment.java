package fr.tessere.keycloak.reading;

import fr.tessere.keycloak.settings.ReadingSettings;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.assurance.AssurancePolicy;
import java.security.SecureRandom;

/**
 * What every reading of this server uses.
 *
 * @param verification proves documents and chips
 * @param policy from evidence to level
 * @param random secure
 * @param settings lifetime, reader's port
 * @param work where hostile bytes are worked on
 * @param status what stands against documents
 */
public record Equipment(
        ChipVerification verification,
        AssurancePolicy policy,
        SecureRandom random,
        ReadingSettings settings,
        BoundedWork work,
        StatusEquipment status) {}
