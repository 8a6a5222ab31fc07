package fr.tessere.keycloak.proposal;

import fr.tessere.journal.record.OfficerJournal;
import fr.tessere.keycloak.settings.OfficerSettings;
import fr.tessere.keycloak.status.OfficerAct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * One officer proposes, another confirms. Every step is an entry of the log, with the value before and after. In an emergency one
 * officer alone may refuse more, for a short time; whoever loosens anything needs another.
 */
public final class FourEyes {
    /** Stands for the officer where nobody acted: a time was over. */
    public static final String SYSTEM = "system";

    /** So long nobody may act alone on the same subject a second time. */
    private static final Duration ONCE = Duration.ofHours(24);

    private final OfficerJournal journal;
    private final ProposalBook book;
    private final OfficerSettings settings;
    private final Map<OfficerAct.Area, Deed> deeds;
    private final String officer;
    private final Instant at;

    /** For this officer, by the id of the account, or {@link #SYSTEM}, at this time. */
    public FourEyes(
            KeycloakSession session,
            OfficerSettings settings,
            Map<OfficerAct.Area, Deed> deeds,
            String officer,
            Instant at) {
        this.journal = new OfficerJournal(session);
        this.book = new ProposalBook(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                session.getContext().getRealm().getId());
        this.settings = settings;
        this.deeds = Map.copyOf(deeds);
        this.officer = officer;
        this.at = at;
    }

    /** How a step ended. */
    public enum Outcome {
        /** As it was meant. */
        DONE(""),
        /** There is none, or somebody has ended it, or its time is over. */
        NOT_OPEN("proposal-not-open"),
        /** Nobody confirms what they proposed. */
        OWN("proposal-own"),
        /** The value is no longer the one that was to be changed. */
        OVERTAKEN("proposal-overtaken"),
        /** Somebody has proposed a change of this already. */
        PROPOSED("proposal-already"),
        /** What loosens a rule is never urgent. */
        NOT_URGENT("proposal-not-urgent"),
        /** What more than words say is confirmed where it is brought once more. */
        NEEDS_FILE("proposal-needs-file"),
        /** One officer alone, twice within a day. */
        URGENT_AGAIN("proposal-urgent-again");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The word of the message; empty if there is nothing to say. */
        public String word() {
            return word;
        }
    }

    /** Proposes a change that waits for another officer. */
    public Outcome propose(Change change, String reason) {
        if (book.open(change.area(), change.subject(), at).isPresent()) {
            return Outcome.PROPOSED;
        }
        enter(change, reason, false, settings.proposals());
        return Outcome.DONE;
    }

    /** Does a change at once that only refuses more; it ends by itself unless another officer confirms it. */
    public Outcome actAlone(Change change, String reason) {
        Deed deed = deed(change);
        if (!deed.isRestriction(change)) {
            return Outcome.NOT_URGENT;
        }
        if (book.wasUrgent(change.area(), change.subject(), at.minus(ONCE))) {
            return Outcome.URGENT_AGAIN;
        }
        Optional<OfficerAct> act = deed.change(change.subject(), change.after(), reason);
        if (act.isEmpty()) {
            return Outcome.OVERTAKEN;
        }
        enter(change, reason, true, settings.urgent());
        told(act.get());
        return Outcome.DONE;
    }

    /** Confirms what somebody else proposed. */
    public Outcome confirm(String id) {
        if (book.find(id).filter(one -> !deeds.containsKey(one.change().area())).isPresent()) {
            return Outcome.NEEDS_FILE;
        }
        return confirm(id, () -> {
            Change change = book.find(id).orElseThrow().change();
            return deed(change).now(change.subject()).equals(change.before())
                    ? deed(change)
                            .change(
                                    change.subject(),
                                    change.after(),
                                    book.find(id).orElseThrow().reason())
                    : Optional.empty();
        });
    }

    /** The same for a change that needs more than its words: the confirming officer brings the file. */
    public Outcome confirm(String id, Supplier<Optional<OfficerAct>> doing) {
        Optional<Proposal> found = book.find(id).filter(one -> one.until().isAfter(at));
        if (found.isEmpty()) {
            return Outcome.NOT_OPEN;
        }
        Proposal proposal = found.get();
        if (proposal.proposer().equals(officer)) {
            return Outcome.OWN;
        }
        if (!book.end(id, Proposal.Standing.CONFIRMED, officer, "", at)) {
            return Outcome.NOT_OPEN;
        }
        if (proposal.urgent()) {
            step(Proposal.Standing.CONFIRMED.word(), proposal, "");
            return Outcome.DONE;
        }
        Optional<OfficerAct> act = doing.get();
        if (act.isEmpty()) {
            book.overtake(id);
            step(Proposal.Standing.OVERTAKEN.word(), proposal, "");
            return Outcome.OVERTAKEN;
        }
        step(Proposal.Standing.CONFIRMED.word(), proposal, "");
        told(act.get());
        return Outcome.DONE;
    }

    /** Rejects what somebody else proposed, or takes back one's own. What was done alone is undone. */
    public Outcome reject(String id, String reason) {
        Optional<Proposal> found = book.find(id);
        if (found.isEmpty()) {
            return Outcome.NOT_OPEN;
        }
        boolean own = found.get().proposer().equals(officer);
        return end(found.get(), own ? Proposal.Standing.WITHDRAWN : Proposal.Standing.REJECTED, reason)
                ? Outcome.DONE
                : Outcome.NOT_OPEN;
    }

    /** Ends those whose time is over. */
    public void sweep() {
        book.late(at).forEach(late -> end(late, Proposal.Standing.EXPIRED, ""));
    }

    /** True if this officer proposed it, or did it alone. */
    public boolean isOwn(String id) {
        return book.find(id).filter(one -> one.proposer().equals(officer)).isPresent();
    }

    /** Those that wait, the oldest first. */
    public List<Proposal> open() {
        return book.open(at);
    }

    /** The one that waits for this subject. */
    public Optional<Proposal> open(OfficerAct.Area area, String subject) {
        return book.open(area, subject, at);
    }

    /** Those that were decided, the newest first. */
    public List<Proposal> past() {
        return book.past();
    }

    private boolean end(Proposal proposal, Proposal.Standing standing, String answer) {
        if (!book.end(proposal.id(), standing, officer, answer, at)) {
            return false;
        }
        step(standing.word(), proposal, answer);
        Change change = proposal.change();
        if (proposal.urgent() && deed(change).now(change.subject()).equals(change.after())) {
            deed(change)
                    .change(change.subject(), change.before(), proposal.reason())
                    .ifPresent(this::told);
        }
        return true;
    }

    private void enter(Change change, String reason, boolean urgent, Duration life) {
        Proposal proposal = new Proposal(
                UUID.randomUUID().toString(),
                change,
                urgent,
                officer,
                reason,
                at,
                at.plus(life),
                Proposal.Standing.OPEN,
                "",
                at,
                "");
        book.enter(proposal);
        step(urgent ? "urgent" : "proposed", proposal, reason);
    }

    private void step(String word, Proposal proposal, String reason) {
        Change change = proposal.change();
        journal.decided(new OfficerJournal.Step(
                word,
                proposal.id(),
                change.area().word(),
                change.subject(),
                change.before(),
                change.after(),
                officer,
                reason));
    }

    private void told(OfficerAct act) {
        journal.acted(act.area().word(), act.subject(), act.before(), act.after(), act.officer(), act.reason());
    }

    private Deed deed(Change change) {
        return java.util.Objects.requireNonNull(deeds.get(change.area()), "nobody does this by four eyes");
    }
}
