package fr.tessere.keycloak.status;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.settings.StatusSettings;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.StatusCheck;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.identity.DocumentKey;
import java.util.List;
import java.util.stream.Stream;

/** What this room keeps for the life of a node: keys, the authority's lookup, the switches as they were a moment ago. */
public final class StatusEquipment {
    private final DocumentDigest digest;
    private final DocumentDigest accounts;
    private final List<HttpLookup> lookups;
    private final StatusCheck check;
    private final SwitchBoard board = new SwitchBoard();

    private StatusEquipment(
            DocumentDigest digest, DocumentDigest accounts, List<HttpLookup> lookups, StatusCheck check) {
        this.digest = digest;
        this.accounts = accounts;
        this.lookups = lookups;
        this.check = check;
    }

    /** By these settings and this policy. */
    public static StatusEquipment of(Secret secret, StatusSettings settings, AssurancePolicy policy) {
        return new StatusEquipment(
                DocumentDigest.ofTable(secret),
                DocumentDigest.ofAccounts(secret),
                settings.lookup().map(HttpLookup::new).stream().toList(),
                new StatusCheck(policy, settings.expiredDocuments()));
    }

    /** How documents are named in the table. */
    public DocumentDigest digest() {
        return digest;
    }

    /** How documents are named in the accounts, and where their holders were compared. */
    DocumentDigest accounts() {
        return accounts;
    }

    /** How the registers name this document: our table, then each authority, under the key that it shares with us and no other. */
    public List<Bytes> registers(DocumentKey document) {
        return Stream.concat(Stream.of(digest), lookups.stream().map(lookup -> new DocumentDigest(lookup.key())))
                .map(register -> register.bytes(document))
                .toList();
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
