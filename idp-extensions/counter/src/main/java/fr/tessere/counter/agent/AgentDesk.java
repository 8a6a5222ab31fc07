package fr.tessere.counter.agent;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.counter.code.CounterCodes;
import fr.tessere.counter.code.HolderCompared;
import fr.tessere.counter.code.Offer;
import fr.tessere.journal.record.Journal;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.HolderStanding;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.reading.Guesses;
import fr.tessere.keycloak.reading.ShortCode;
import fr.tessere.keycloak.reading.SingleUseReadingStore;
import fr.tessere.keycloak.status.Comparisons;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What one agent does at the counter. Each step leaves its entry in the log, in the transaction of the step. */
final class AgentDesk {
    /** What an agent looks at before confirming, as fields of the form. */
    static final List<String> CHECKS = List.of("person", "document", "data");

    private final KeycloakSession session;
    private final AgentPages pages;
    private final Reception reception;
    private final Visit agent;
    private final CounterCodes codes;
    private final Journal journal;
    private final Instant now;

    AgentDesk(KeycloakSession session, Reception reception, AgentPages pages, Visit agent) {
        this.session = session;
        this.reception = reception;
        this.pages = pages;
        this.agent = agent;
        codes = new CounterCodes(session, reception.secret(), reception.random());
        journal = new Journal(session);
        now = reception.now();
    }

    /** Takes a code, and leads to what has to be compared. */
    Response take(String typed) {
        Guesses guesses = guesses();
        if (!guesses.allowed()) {
            journal.compared(RefusalCode.COUNTER_CODE_DELAYED.word(), id(), "", "");
            return pages.start(agent, "", Optional.of(RefusalCode.COUNTER_CODE_DELAYED));
        }
        Optional<CounterCodes.Case> taken = ShortCode.typed(typed).flatMap(code -> codes.take(code, id(), now));
        if (taken.isEmpty()) {
            guesses.wrong();
            journal.compared(RefusalCode.COUNTER_CODE_UNKNOWN.word(), id(), "", "");
            return pages.start(agent, "", Optional.of(RefusalCode.COUNTER_CODE_UNKNOWN));
        }
        Offer offer = taken.get().offer();
        if (isOwn(offer)) {
            codes.end(offer.account());
            return refused(offer, RefusalCode.COMPARISON_OWN);
        }
        return pages.toCase(taken.get().number());
    }

    /** What has to be compared, and no more. */
    Response show(String number, Optional<RefusalCode> wrong) {
        return codes.look(number, id(), now)
                .map(offer -> pages.compare(agent, number, offer, wrong))
                .orElseGet(this::unknown);
    }

    /** The person is the holder: every check is ticked. */
    Response confirm(String number, UnaryOperator<String> form) {
        if (!CHECKS.stream().allMatch(check -> form.apply(check).equals("yes"))) {
            return unchecked(number);
        }
        Optional<Offer> offer = codes.decide(number, id(), now);
        if (offer.isEmpty()) {
            return unknown();
        }
        Optional<RefusalCode> stands = standing(offer.get());
        codes.end(offer.get().account());
        if (stands.isPresent()) {
            return refused(offer.get(), stands.get());
        }
        new Comparisons(session)
                .add(
                        offer.get().account(),
                        offer.get().document(),
                        now,
                        offer.get().citizen().details().expiry());
        session.getKeycloakSessionFactory()
                .publish(new HolderCompared(
                        session, offer.get().account(), offer.get().language()));
        return decided(offer.get(), Entry.DONE, "confirmed");
    }

    /** The person is not, or it could not be seen. */
    Response refuse(String number, String word) {
        Optional<RefusalCause> cause = RefusalCause.ofWord(word);
        if (cause.isEmpty()) {
            return unchecked(number);
        }
        Optional<Offer> offer = codes.decide(number, id(), now);
        if (offer.isEmpty()) {
            return unknown();
        }
        codes.end(offer.get().account());
        return decided(offer.get(), cause.get().outcome(), "refused");
    }

    /** What stands against it at the moment of the decision: minutes have gone by since the code was made. */
    private Optional<RefusalCode> standing(Offer offer) {
        RealmModel realm = session.getContext().getRealm();
        UserModel account = session.users().getUserById(realm, offer.account());
        if (account == null || !account.isEnabled()) {
            return Optional.of(RefusalCode.COUNTER_CODE_UNKNOWN);
        }
        return isOwn(offer)
                ? Optional.of(RefusalCode.COMPARISON_OWN)
                : new HolderStanding(session).refusal(offer.citizen(), AssuranceLevel.EIDAS2);
    }

    /** Nobody vouches for himself: not with this account, and not with another document in his name. */
    private boolean isOwn(Offer offer) {
        return offer.account().equals(id())
                || IdentityNote.of(session)
                        .open(agent.session())
                        .filter(self -> !offer.isOf(self))
                        .isEmpty();
    }

    private Response decided(Offer offer, String outcome, String done) {
        journal.compared(outcome, id(), offer.account(), offer.document());
        return pages.done(done);
    }

    private Response refused(Offer offer, RefusalCode code) {
        journal.compared(code.word(), id(), offer.account(), offer.document());
        return pages.start(agent, "", Optional.of(code));
    }

    private Response unchecked(String number) {
        journal.compared(RefusalCode.COMPARISON_UNCHECKED.word(), id(), "", "");
        return show(number, Optional.of(RefusalCode.COMPARISON_UNCHECKED));
    }

    private Response unknown() {
        journal.caseOver(RefusalCode.COUNTER_CODE_UNKNOWN, id());
        return pages.start(agent, "", Optional.of(RefusalCode.COUNTER_CODE_UNKNOWN));
    }

    /** Counted by agent: asking from another machine gives no more tries. */
    private Guesses guesses() {
        return new Guesses(
                new SingleUseReadingStore(session.singleUseObjects()),
                "counter " + session.getContext().getRealm().getId(),
                id(),
                now);
    }

    private String id() {
        return agent.account().getId();
    }
}
