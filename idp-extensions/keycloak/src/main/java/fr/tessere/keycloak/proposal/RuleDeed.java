package fr.tessere.keycloak.proposal;

import fr.tessere.audit.alert.Rule;
import fr.tessere.audit.alert.RuleKind;
import fr.tessere.journal.alert.AlertBook;
import fr.tessere.keycloak.status.OfficerAct;
import fr.tessere.keycloak.status.OfficerDesk;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Rules for alerts; a subject is the word of a rule, a value its text. */
public final class RuleDeed implements Deed {
    private final AlertBook book;
    private final OfficerDesk desk;

    public RuleDeed(KeycloakSession session, OfficerDesk desk) {
        this.book = new AlertBook(session, session.getContext().getRealm().getId());
        this.desk = desk;
    }

    @Override
    public String now(String subject) {
        return book.rule(kind(subject)).text();
    }

    @Override
    public Optional<OfficerAct> change(String subject, String after, String reason) {
        String before = now(subject);
        if (before.equals(after)) {
            return Optional.empty();
        }
        book.set(Rule.of(kind(subject), after).orElseThrow());
        return Optional.of(desk.record(OfficerAct.Area.RULE, subject, before, after, reason));
    }

    /** Whoever hears less, or too much, sees less. */
    @Override
    public boolean isRestriction(Change change) {
        return false;
    }

    private static RuleKind kind(String subject) {
        return RuleKind.ofWord(subject).orElseThrow();
    }
}
