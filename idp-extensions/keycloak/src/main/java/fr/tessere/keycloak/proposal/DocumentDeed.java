package fr.tessere.keycloak.proposal;

import fr.tessere.keycloak.status.DocumentTable;
import fr.tessere.keycloak.status.OfficerAct;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.verification.evidence.DocumentStatus;
import java.util.Optional;

/** Reports of documents; a subject is the digest under which the table knows one. */
public final class DocumentDeed implements Deed {
    private final OfficerDesk desk;

    public DocumentDeed(OfficerDesk desk) {
        this.desk = desk;
    }

    @Override
    public String now(String subject) {
        return desk.statusOf(subject);
    }

    @Override
    public Optional<OfficerAct> change(String subject, String after, String reason) {
        return after.equals(DocumentTable.NONE)
                ? desk.lift(subject, reason)
                : Optional.of(desk.report(subject, DocumentStatus.ofWord(after).orElseThrow(), reason));
    }

    @Override
    public boolean isRestriction(Change change) {
        return change.before().equals(DocumentTable.NONE);
    }
}
