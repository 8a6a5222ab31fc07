package fr.tessere.keycloak.login;

import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.status.RealmStanding;
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
    ProvenDocument prove(Verified read, Channel channel, Optional<AssuranceLevel> asked) throws RefusedException {
        // minutes may lie between the reading and this click
        Verified verified = new RealmStanding(session, equipment.status())
                .check(read, asked.orElse(AssuranceLevel.EIDAS3), Desk.now());
        Evidence evidence = verified.evidence();
        AssuranceLevel alone = equipment
                .policy()
                .levelOf(evidence, Set.of(), channel)
                .orElseThrow(() -> new RefusedException(RefusalCode.LEVEL_NOT_REACHED, "no level is proven"));
        AssuranceLevel reaches = equipment
                .policy()
                .levelOf(evidence, Set.of(Factor.PERSONAL_CODE), channel)
                .orElse(alone);
        return new ProvenDocument(
                citizen(verified, channel),
                digests.document(verified.document()),
                digests.person(verified.identity()),
                evidence.signerCountry(),
                alone,
                reaches);
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
