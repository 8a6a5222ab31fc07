package fr.tessere.keycloak.status;

import fr.tessere.keycloak.token.DocumentDetails;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.Factor;
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
import java.util.Set;
import java.util.function.Function;
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
        CitizenIdentity identity = verified.identity();
        Function<Bytes, StatusQuestion> question = digest ->
                new StatusQuestion(digest, identity.issuingState(), identity.documentType(), identity.expiry());
        return equipment.check().apply(verified, report(equipment.registers(verified.document()), question, at), asked);
    }

    @Override
    public Set<Factor> factors(DocumentKey document, Instant at) {
        boolean compared = new Comparisons(session)
                .find(equipment.accounts().text(document), at)
                .isPresent();
        return compared ? Set.of(Factor.PERSONAL_CODE, Factor.HOLDER_VERIFIED) : Set.of(Factor.PERSONAL_CODE);
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

    /**
     * What stands now against the document that began a session. Refuses as {@link #check} does; a document of which no digests
     * were kept is not asked about.
     */
    public void require(SignedInCitizen citizen, AssuranceLevel reached, Instant at) throws RefusedException {
        DocumentDetails details = citizen.details();
        if (!details.registers().isEmpty()) {
            Function<Bytes, StatusQuestion> question = digest ->
                    new StatusQuestion(digest, citizen.issuingState(), citizen.documentType(), details.expiry());
            equipment.check().require(report(details.registers(), question, at), reached);
        }
    }

    private StatusReport report(List<Bytes> registers, Function<Bytes, StatusQuestion> question, Instant at) {
        List<StatusProvider> sources = new ArrayList<>();
        sources.add(documents());
        // an authority that was named later than the session began does not know its document by any of these
        for (int i = 0; i < Math.min(equipment.lookups().size(), registers.size() - 1); i++) {
            HttpLookup lookup = equipment.lookups().get(i);
            Bytes digest = registers.get(i + 1);
            sources.add((asked, now) -> lookup.statusOf(question.apply(digest), now));
        }
        return new StatusSources(sources).statusOf(question.apply(registers.get(0)), at);
    }
}
