package fr.tessere.keycloak.proposal;

import fr.tessere.keycloak.status.OfficerAct;
import java.util.Optional;

/** One kind of thing that officers change: what it is now, and how it becomes otherwise. */
public interface Deed {
    /** The value of this subject now, a word. */
    String now(String subject);

    /** Makes it so; empty if it is so already. */
    Optional<OfficerAct> change(String subject, String after, String reason);

    /** True if this change only refuses more: one officer may do it alone for a short time. */
    boolean isRestriction(Change change);
}
