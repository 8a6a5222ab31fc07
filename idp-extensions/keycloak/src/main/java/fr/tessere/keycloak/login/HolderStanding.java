package fr.tessere.keycloak.login;

import fr.tessere.keycloak.status.Comparison;
import fr.tessere.keycloak.status.Comparisons;
import fr.tessere.keycloak.token.Methods;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.Weakness;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** What steps and pages ask about a holder: was the person compared with a document, could that raise the level. */
public final class HolderStanding {
    /** Note of the user session: keyed digest, as the account has it, of the document that {@link SessionIdentity} is from. */
    static final String DOCUMENT = "tessere.session-document";

    private final KeycloakSession session;
    private final Comparisons comparisons;

    public HolderStanding(KeycloakSession session) {
        this.session = session;
        comparisons = new Comparisons(session);
    }

    /** True if an agent compared this person with one of the account's documents, and that counts now. */
    public boolean compared(UserModel account) {
        return comparisons.any(account.getId(), Desk.now());
    }

    /** The comparison with this document of this account, if one counts now. */
    public Optional<Comparison> comparison(UserModel account, String document) {
        return comparisons.find(account.getId(), document, Desk.now());
    }

    /** True if nobody reaches the level of this {@code acr} who was not compared: who has reached it was. */
    public boolean raised(String acr) {
        return AssuranceLevel.ofAcr(acr)
                .filter(TessereResourceFactory.of(session).equipment().policy()::needsHolder)
                .isPresent();
    }

    /**
     * The document of this session, if a comparison with it would raise the level of its holder: read not before this time,
     * proven to be the original, valid, not reported, and without a weakness that the highest level does not take.
     */
    public Optional<String> comparable(UserSessionModel known, SignedInCitizen citizen, Instant earliest) {
        boolean fit = Methods.ofNote(known.getNote(Methods.NOTE)).chipSince(earliest)
                && !citizen.proof().equals(Proof.NONE.word())
                && !citizen.documentExpired()
                && TessereResourceFactory.of(session)
                        .equipment()
                        .policy()
                        .tolerates(AssuranceLevel.EIDAS3, weaknesses(citizen))
                && refusal(known, AssuranceLevel.EIDAS2).isEmpty();
        return fit ? Optional.ofNullable(known.getNote(DOCUMENT)) : Optional.empty();
    }

    /** Why the document of this session does not count for this level now; empty if nothing stands against it. */
    Optional<RefusalCode> refusal(UserSessionModel known, AssuranceLevel level) {
        return new SessionDocument(session).refusal(known, level);
    }

    /** The same for a document of which this is known: for example of a citizen who stands at a counter. */
    public Optional<RefusalCode> refusal(SignedInCitizen citizen, AssuranceLevel level) {
        return new SessionDocument(session).refusal(citizen, level);
    }

    private static Set<Weakness> weaknesses(SignedInCitizen citizen) {
        return citizen.weaknesses().stream()
                .flatMap(word -> Weakness.ofWord(word).stream())
                .collect(Collectors.toSet());
    }
}
