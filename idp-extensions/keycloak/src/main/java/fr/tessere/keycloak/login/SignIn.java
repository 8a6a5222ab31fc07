package fr.tessere.keycloak.login;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.KeyedDigests.Kind;
import fr.tessere.journal.keys.Retention;
import fr.tessere.journal.record.Journal;
import fr.tessere.journal.record.Transactions;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.reading.Progress;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.status.Standing;
import fr.tessere.keycloak.token.DocumentDetails;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.Factor;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.identity.CitizenIdentity;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Turns a verified document into what the next steps need: digests, levels, who it is and what was proven. */
final class SignIn {
    private final KeycloakSession session;
    private final Equipment equipment;
    private final DocumentDigests digests;

    SignIn(KeycloakSession session, TessereResourceFactory factory) {
        this.session = session;
        equipment = factory.equipment();
        digests = new DocumentDigests(factory.secret());
    }

    /** The document as it counts at this moment, for a service that asks for this level. */
    ProvenDocument prove(Verified read, Progress progress, AuthenticationSessionModel browser) throws RefusedException {
        Channel channel = progress.channel();
        Optional<AssuranceLevel> asked = new Service(browser).level().level();
        // minutes may lie between the reading and this click
        Standing standing = new RealmStanding(session, equipment.status());
        Verified verified = standing.check(read, asked.orElse(AssuranceLevel.EIDAS3), Desk.now());
        Set<Factor> factors = standing.factors(verified.document(), Desk.now());
        Evidence evidence = verified.evidence();
        AssuranceLevel alone = equipment
                .policy()
                .levelOf(evidence, Set.of(), channel)
                .orElseThrow(() -> new RefusedException(RefusalCode.LEVEL_NOT_REACHED, "no level is proven"));
        AssuranceLevel reaches = reaches(asked, evidence, factors, channel).orElse(alone);
        String document = digests.document(verified.document());
        String receipt = record(
                Receipts.of(
                        verified,
                        alone,
                        reaches,
                        factors.contains(Factor.HOLDER_VERIFIED),
                        equipment.policy(),
                        channel,
                        this::keyed),
                progress,
                browser,
                document);
        browser.setUserSessionNote(Transactions.RECEIPT_NOTE, receipt);
        return new ProvenDocument(
                citizen(verified, channel),
                document,
                digests.person(verified.identity()),
                evidence.signerCountry(),
                alone,
                reaches);
    }

    /** What the document reaches with a second factor; refuses if that is less than what is asked for. */
    private Optional<AssuranceLevel> reaches(
            Optional<AssuranceLevel> asked, Evidence evidence, Set<Factor> factors, Channel channel)
            throws RefusedException {
        Optional<AssuranceLevel> reached = equipment.policy().levelOf(evidence, factors, channel);
        if (asked.isPresent()
                && reached.filter(level -> level.reaches(asked.get())).isEmpty()) {
            throw new RefusedException(
                    equipment.policy().shortfall(asked.get(), evidence, factors),
                    asked.get().acr() + " is asked for");
        }
        return reached;
    }

    /** The receipt of this decision, in the log before the decision takes effect. */
    private String record(Receipt receipt, Progress progress, AuthenticationSessionModel browser, String document) {
        return new Journal(session)
                .evidence(
                        receipt,
                        HandleDigest.shown(progress.handle()),
                        browser.getClient().getClientId(),
                        document)
                .text();
    }

    /** A digest that is one document's, under the key of the month. */
    private String keyed(String digest) {
        return JournalEquipment.of(session)
                .digests()
                .digest(
                        session,
                        session.getContext().getRealm().getId(),
                        Retention.CITIZEN,
                        Kind.DOCUMENT,
                        digest,
                        Desk.now());
    }

    private SignedInCitizen citizen(Verified verified, Channel channel) {
        CitizenIdentity identity = verified.identity();
        Evidence evidence = verified.evidence();
        return new SignedInCitizen(
                identity.familyName(),
                identity.givenNames(),
                identity.birthDate(),
                identity.sex(),
                identity.nationality(),
                identity.documentType(),
                identity.issuingState(),
                evidence.proof().word(),
                evidence.documentExpired(),
                evidence.specimen(),
                channel.word(),
                evidence.weaknesses().stream().map(Weakness::word).sorted().toList(),
                evidence.at(),
                new DocumentDetails(
                        identity.expiry(),
                        identity.placeOfBirth(),
                        identity.detailedNames(),
                        identity.detailedBirth(),
                        equipment.status().registers(verified.document())));
    }
}
