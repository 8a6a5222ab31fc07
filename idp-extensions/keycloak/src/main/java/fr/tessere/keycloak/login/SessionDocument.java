package fr.tessere.keycloak.login;

import fr.tessere.keycloak.status.Comparison;
import fr.tessere.keycloak.status.Comparisons;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.token.ComparedNote;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * The document that began a session, as it stands while the session lasts: a card may be reported lost an hour after it was
 * laid down. A session that a passkey began rests on the document behind which the passkey was enrolled.
 */
final class SessionDocument {
    private final KeycloakSession session;

    SessionDocument(KeycloakSession session) {
        this.session = session;
    }

    /** Why the session no longer counts for this level; empty if nothing stands against its document. */
    Optional<RefusalCode> refusal(UserSessionModel known, AssuranceLevel level) {
        return IdentityNote.of(session)
                .open(known)
                .flatMap(citizen -> refusal(citizen, level))
                .or(() -> holder(known, level));
    }

    /** A comparison that was withdrawn, or is over, raises nothing any more. */
    private Optional<RefusalCode> holder(UserSessionModel known, AssuranceLevel level) {
        boolean needed = ComparedNote.of(known).isPresent()
                && TessereResourceFactory.of(session).equipment().policy().needsHolder(level);
        return needed && comparison(known).isEmpty() ? Optional.of(RefusalCode.HOLDER_NOT_COMPARED) : Optional.empty();
    }

    private Optional<Comparison> comparison(UserSessionModel known) {
        Optional<Instant> at = ComparedNote.of(known);
        return new Comparisons(session)
                .of(known.getUser().getId()).stream()
                        .filter(one -> one.counts(Desk.now()) && at.equals(Optional.of(one.at())))
                        .findFirst();
    }

    /** The same for what is known of a document. */
    Optional<RefusalCode> refusal(SignedInCitizen citizen, AssuranceLevel level) {
        try {
            new RealmStanding(
                            session,
                            TessereResourceFactory.of(session).equipment().status())
                    .require(citizen, level, Desk.now());
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.code());
        }
    }
}
