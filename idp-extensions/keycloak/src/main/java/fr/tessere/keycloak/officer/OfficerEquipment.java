package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.keycloak.settings.OfficerSettings;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.verification.identity.DocumentKey;
import fr.tessere.verification.trust.TrustKeeper;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Function;

/**
 * What these pages use.
 *
 * @param pages address of the start page, without a slash at the end
 * @param secret of this installation
 * @param random secure
 * @param status reports and switches
 * @param documents digest under which the log and the accounts know a document
 * @param trust whose signatures count
 * @param settings how officers decide together
 * @param again makes the decision of a receipt once more
 * @param now time of the request
 */
public record OfficerEquipment(
        URI pages,
        Secret secret,
        SecureRandom random,
        StatusEquipment status,
        Function<DocumentKey, String> documents,
        TrustKeeper trust,
        OfficerSettings settings,
        Function<Receipt, Again> again,
        Instant now) {}
