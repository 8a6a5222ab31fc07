package fr.tessere.keycloak.status;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.settings.StatusSettings;
import fr.tessere.verification.StatusCheck;
import fr.tessere.verification.assurance.AssurancePolicy;
import java.util.List;

/** What this room keeps for the life of a node: keys, the authority's lookup, the switches as they were a moment ago. */
public final class StatusEquipment {
    private final DocumentDigest digest;
    private final List<HttpLookup> lookups;
    private final StatusCheck check;
    private final SwitchBoard board = new SwitchBoard();

    private StatusEquipment(DocumentDigest digest, List<HttpLookup> lookups, StatusCheck check) {
        this.digest = digest;
        this.lookups = lookups;
        this.check = check;
    }

    /** By these settings and this policy. */
    public static StatusEquipment of(Secret secret, StatusSettings settings, AssurancePolicy policy) {
        return new StatusEquipment(
                DocumentDigest.ofTable(secret),
                settings.lookup().map(HttpLookup::new).stream().toList(),
                new StatusCheck(policy, settings.expiredDocuments()));
    }

    /** How documents are named in the table. */
    public DocumentDigest digest() {
        return digest;
    }

    List<HttpLookup> lookups() {
        return lookups;
    }

    StatusCheck check() {
        return check;
    }

    SwitchBoard board() {
        return board;
    }
}
