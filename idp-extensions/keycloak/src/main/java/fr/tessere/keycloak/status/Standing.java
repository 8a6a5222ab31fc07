package fr.tessere.keycloak.status;

import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.Factor;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.identity.DocumentKey;
import java.time.Instant;
import java.util.Set;

/** What stands against documents and their makers at this moment, as a reading asks it. */
public interface Standing {
    /** The switches that are set, at most one second old. */
    KillSwitches switches(Instant at);

    /**
     * The verdict with the document's status in its evidence, for the level that is asked for. Refuses
     * {@code …-switched-off}, and what {@link fr.tessere.verification.StatusCheck} refuses.
     */
    Verified check(Verified verified, AssuranceLevel asked, Instant at) throws RefusedException;

    /**
     * What else counts beside this document and the code that its holder is asked for later: from the record of comparisons
     * at a counter, and from nothing that a reader or a browser says.
     */
    Set<Factor> factors(DocumentKey document, Instant at);
}
