package fr.tessere.citizen.identity;

import fr.tessere.citizen.mail.Message;
import fr.tessere.citizen.mail.Post;
import fr.tessere.counter.code.CounterCodes;
import fr.tessere.journal.record.Journal;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.HolderStanding;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.status.Comparisons;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** What a holder does about a comparison at a counter: makes a code, withdraws what an agent confirmed. */
final class CounterVisit {
    private final KeycloakSession session;
    private final Reception reception;
    private final Visit holder;
    private final Instant now;

    CounterVisit(KeycloakSession session, Reception reception, Visit holder) {
        this.session = session;
        this.reception = reception;
        this.holder = holder;
        now = reception.now();
    }

    /**
     * A code for the document of this session: its chip was proven as lately as the level asks, and a comparison with it would
     * raise the level. That the session's level is not over, the caller has seen.
     */
    Outcome code() {
        UserSessionModel here = holder.session();
        String note = here.getNote(IdentityNote.NAME);
        Optional<String> document = IdentityNote.of(session)
                .open(here)
                .flatMap(citizen -> new HolderStanding(session)
                        .comparable(here, citizen, holder.earliest(AssuranceLevel.EIDAS2, now)));
        if (document.isEmpty()) {
            return new Outcome.Refused(RefusalCode.COMPARISON_IMPOSSIBLE);
        }
        String account = holder.account().getId();
        String code = codes().make(account, document.get(), note, reception.locale(), now)
                .shown();
        new Journal(session).holder("comparison-offered", account, document.get());
        return new Outcome.Shown(code);
    }

    /** It counts no more; false if the account has no such comparison. */
    boolean withdraw(String document) {
        String account = holder.account().getId();
        boolean ended = new Comparisons(session).end(account, document);
        if (ended) {
            new Journal(session).holder("comparison-withdrawn", account, document);
            new Post(session).tell(holder.account(), Message.COMPARISON_WITHDRAWN);
        }
        return ended;
    }

    private CounterCodes codes() {
        return new CounterCodes(session, reception.secret(), reception.random());
    }
}
