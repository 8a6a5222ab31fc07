package fr.tessere.keycloak.proposal;

import fr.tessere.keycloak.status.OfficerAct;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.verification.assurance.KillSwitch;
import fr.tessere.verification.assurance.SwitchKind;
import java.util.Optional;

/** Kill switches; a subject is the word of the kind, a space, and which one. */
public final class SwitchDeed implements Deed {
    private final OfficerDesk desk;

    public SwitchDeed(OfficerDesk desk) {
        this.desk = desk;
    }

    @Override
    public String now(String subject) {
        return desk.stateOf(of(subject));
    }

    @Override
    public Optional<OfficerAct> change(String subject, String after, String reason) {
        return after.equals(OfficerDesk.OFF) ? desk.set(of(subject), reason) : desk.lift(of(subject), reason);
    }

    @Override
    public boolean isRestriction(Change change) {
        return change.after().equals(OfficerDesk.OFF);
    }

    /** The switch of a subject. */
    public static KillSwitch of(String subject) {
        String[] words = subject.split(" ", 2);
        return new KillSwitch(SwitchKind.ofWord(words[0]).orElseThrow(), words[1]);
    }
}
