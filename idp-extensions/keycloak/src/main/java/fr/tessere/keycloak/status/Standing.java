package fr.tessere.keycloak.status;

import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Instant;

/** What stands against documents and their makers at this moment, as a reading asks it. */
public interface Standing {
    /** The switches that are set, at most one second old. */
    KillSwitches switches(Instant at);

    /**
     * The verdict with the document's status in its evidence, for the level that is asked for. Refuses
     * {@code …-switched-off}, and what {@link fr.tessere.verification.StatusCheck} refuses.
     */
    Verified check(Verified verified, AssuranceLevel asked, Instant at) throws RefusedException;
}
