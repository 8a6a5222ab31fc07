package fr.tessere.keycloak.status;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.identity.CitizenIdentity;
import fr.tessere.verification.identity.DocumentKey;
import fr.tessere.verification.identity.StatusProvider;
import fr.tessere.verification.identity.StatusQuestion;
import fr.tessere.verification.identity.StatusSources;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What stands against documents at this moment, for one request in one realm. */
public final class RealmStanding implements Standing {
    private final KeycloakSession session;
    private final StatusEquipment equipment;

    public RealmStanding(KeycloakSession session, StatusEquipment equipment) {
        this.session = session;
        this.equipment = equipment;
    }

    @Override
    public KillSwitches switches(Instant at) {
        return equipment.board().of(realm(), at, this::switchTable);
    }

    @Override
    public Verified check(Verified verified, AssuranceLevel asked, Instant at) throws RefusedException {
        verified.require(switches(at));
        return equipment.check().apply(verified, report(verified.document(), verified.identity(), at), asked);
    }

    /** The table of this realm. */
    public DocumentTable documents() {
        return new DocumentTable(database(), realm());
    }

    /** The switches of this realm, straight from the database. */
    public SwitchTable switchTable() {
        return new SwitchTable(database(), realm());
    }

    EntityManager database() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    String realm() {
        return session.getContext().getRealm().getId();
    }

    private StatusReport report(DocumentKey document, CitizenIdentity identity, Instant at) {
        List<StatusProvider> sources = new ArrayList<>();
        sources.add(documents());
        for (HttpLookup lookup : equipment.lookups()) {
            // an authority knows documents under the key that it shares with us, and under no other
            Bytes digest = new DocumentDigest(lookup.key()).bytes(document);
            sources.add((question, now) -> lookup.statusOf(question(digest, identity), now));
        }
        return new StatusSources(sources).statusOf(question(equipment.digest().bytes(document), identity), at);
    }

    private static StatusQuestion question(Bytes digest, CitizenIdentity identity) {
        return new StatusQuestion(digest, identity.issuingState(), identity.documentType(), identity.expiry());
    }
}
