package fr.tessere.keycloak.login;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.KeyedDigests.Kind;
import fr.tessere.journal.keys.Retention;
import fr.tessere.journal.record.Details;
import fr.tessere.journal.record.Journal;
import fr.tessere.journal.record.Transactions;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.reading.Progress;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.identity.CitizenIdentity;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Turns a verified document into Keycloak's terms: an account, a level, a sealed note, the details of the event. */
final class SignIn {
    private final KeycloakSession session;
    private final Equipment equipment;
    private final Citizens citizens;
    private final IdentityNote note;

    SignIn(KeycloakSession session, TessereResourceFactory factory) {
        this.session = session;
        equipment = factory.equipment();
        citizens = new Citizens(session, factory.secret());
        note = new IdentityNote(factory.secret());
    }

    /** Signs the holder of this document in, at the level that was proven. */
    void complete(AuthenticationFlowContext context, Verified read, Progress progress) throws RefusedException {
        Channel channel = progress.channel();
        // minutes may lie between the reading and this click
        Verified verified = new RealmStanding(session, equipment.status())
                .check(
                        read,
                        new Service(context.getAuthenticationSession())
                                .level()
                                .level()
                                .orElse(AssuranceLevel.EIDAS3),
                        Desk.now());
        Evidence evidence = verified.evidence();
        AssuranceLevel level = equipment
                .policy()
                .levelOf(evidence, Set.of(), channel)
                .orElseThrow(() -> new RefusedException(RefusalCode.LEVEL_NOT_REACHED, "no level is proven"));
        String digest = citizens.digest(verified.document());
        UserModel account = citizens.account(digest);
        // who signs in again in a session that lives must show the same document
        if (context.getUser() != null && !context.getUser().equals(account)) {
            throw new RefusedException(RefusalCode.DOCUMENT_OTHER, "the session belongs to another document");
        }
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        browser.setUserSessionNote(
                IdentityNote.NAME, note.seal(citizen(verified, channel), account.getId(), equipment.random()));
        setLevel(browser, level);
        describe(context.getEvent(), evidence, level, channel, digest);
        String receipt = record(context, evidence, level, progress, account.getId(), digest);
        browser.setUserSessionNote(Transactions.RECEIPT_NOTE, receipt);
        context.getEvent().detail(Details.RECEIPT, receipt);
        context.setUser(account);
        context.success();
    }

    /** The receipt of this decision, in the log before the decision takes effect. */
    private String record(
            AuthenticationFlowContext context,
            Evidence evidence,
            AssuranceLevel level,
            Progress progress,
            String account,
            String document) {
        JournalEquipment log = JournalEquipment.of(session);
        Receipt receipt = Receipts.of(
                evidence,
                level,
                equipment.policy(),
                progress.channel(),
                Set.of(),
                digest -> log.digests()
                        .digest(
                                session,
                                context.getRealm().getId(),
                                Retention.CITIZEN,
                                Kind.DOCUMENT,
                                digest,
                                Desk.now()));
        return new Journal(session)
                .evidence(
                        receipt,
                        HandleDigest.shown(progress.handle()),
                        context.getAuthenticationSession().getClient().getClientId(),
                        account,
                        document)
                .text();
    }

    /** Levels are numbered from 1 in the realm's {@code acr.loa.map}. */
    private void setLevel(AuthenticationSessionModel browser, AssuranceLevel level) {
        new AcrStore(session, browser).setLevelAuthenticated(level.ordinal() + 1);
        browser.setUserSessionNote(Constants.LOA_MAP, browser.getAuthNote(Constants.LOA_MAP));
    }

    private static void describe(
            EventBuilder event, Evidence evidence, AssuranceLevel level, Channel channel, String digest) {
        event.detail(Details.PROOF, evidence.proof().word())
                .detail(Details.LEVEL, level.acr())
                .detail(Details.CHANNEL, channel.word())
                .detail(Details.SIGNER_COUNTRY, evidence.signerCountry())
                .detail(Details.SPECIMEN, Boolean.toString(evidence.specimen()))
                .detail(Details.DOCUMENT, digest);
    }

    private static SignedInCitizen citizen(Verified verified, Channel channel) {
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
                evidence.at());
    }
}
