package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.proposal.Change;
import fr.tessere.keycloak.proposal.FourEyes;
import fr.tessere.keycloak.proposal.Proposal;
import fr.tessere.keycloak.proposal.SwitchDeed;
import fr.tessere.keycloak.status.OfficerAct.Area;
import fr.tessere.keycloak.status.OfficerDesk;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** What one officer wants and another has to confirm: what waits, and what became of the rest. */
final class ProposalPages {
    static final String PAGE = "proposals";

    /** Digits of a digest that tell documents and files apart on a page. */
    private static final int SHOWN = 12;

    private final FourEyes eyes;
    private final OfficerFrame frame;
    private final Officer officer;
    private final LockOut lockOut;

    ProposalPages(FourEyes eyes, OfficerFrame frame, Officer officer, LockOut lockOut) {
        this.eyes = eyes;
        this.frame = frame;
        this.officer = officer;
        this.lockOut = lockOut;
    }

    /**
     * A proposal, for the page.
     *
     * @param id of the proposal
     * @param area word
     * @param subject what it is about
     * @param before value before
     * @param after value that is wanted
     * @param urgent true if it is in effect already
     * @param proposer name of the account
     * @param reason the proposer's
     * @param at when
     * @param until when it ends by itself
     * @param standing word
     * @param decider name of the account that ended it, or empty
     * @param decided when
     * @param answer reason of a rejection, or empty
     * @param own true if the officer who looks proposed it
     * @param lockOut officers whom it would keep out
     */
    public record Row(
            String id,
            String area,
            String subject,
            String before,
            String after,
            boolean urgent,
            String proposer,
            String reason,
            String at,
            String until,
            String standing,
            String decider,
            String decided,
            String answer,
            boolean own,
            LockOut.Count lockOut) {}

    Response list(int status, String done, String wrong) {
        return frame.page(PAGE, status, done, wrong, Map.of("open", rows(eyes.open()), "past", rows(eyes.past())));
    }

    Response confirm(Form form) {
        return after(eyes.confirm(form.text("id")), "confirmed");
    }

    Response reject(Form form) {
        return OfficerFrame.isReason(form.text("reason"))
                ? after(eyes.reject(form.text("id"), form.text("reason")), "rejected")
                : list(400, "", "reason");
    }

    /** Proposes a change, or does it alone where the officer says that it cannot wait. */
    Response propose(Change change, Form form) {
        return form.text("urgent").equals("yes")
                ? after(eyes.actAlone(change, form.text("reason")), "urgent")
                : after(eyes.propose(change, form.text("reason")), "proposed");
    }

    /** Where a step leads. */
    Response after(FourEyes.Outcome outcome, String done) {
        return outcome == FourEyes.Outcome.DONE ? frame.back(PAGE, done) : list(409, "", outcome.word());
    }

    private List<Row> rows(List<Proposal> proposals) {
        return proposals.stream().map(this::row).toList();
    }

    private Row row(Proposal one) {
        Change change = one.change();
        boolean digest = change.area() == Area.DOCUMENT || change.area() == Area.IMPORT;
        return new Row(
                one.id(),
                change.area().word(),
                digest ? change.subject().substring(0, SHOWN) : change.subject(),
                change.before(),
                change.after(),
                one.urgent(),
                frame.name(one.proposer()),
                one.reason(),
                OfficerPages.time(one.at()),
                OfficerPages.time(one.until()),
                one.standing().word(),
                one.decider().isEmpty() ? "" : frame.name(one.decider()),
                OfficerPages.time(one.decided()),
                one.answer(),
                one.proposer().equals(officer.id()),
                lockOut(one));
    }

    private LockOut.Count lockOut(Proposal one) {
        boolean refuses = one.standing() == Proposal.Standing.OPEN
                && one.change().area() == Area.SWITCH
                && one.change().after().equals(OfficerDesk.OFF);
        return refuses ? lockOut.of(SwitchDeed.of(one.change().subject()), officer) : LockOut.Count.NOBODY;
    }
}
