package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.page.Step;
import fr.tessere.keycloak.login.HolderStanding;
import fr.tessere.keycloak.login.ProvenDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.status.Comparison;
import fr.tessere.keycloak.token.ComparedNote;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The step "compared with the document", of the highest level alone: the document was read in this very sign-in, reaches the
 * level by the policy, and its comparison at a counter counts at this moment.
 */
final class HolderStep extends Step {
    private final Reception reception;
    private final HolderStanding holder;

    HolderStep(KeycloakSession session) {
        reception = Reception.of(session);
        holder = new HolderStanding(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Optional<ProvenDocument> document =
                reception.document(browser).filter(read -> read.reaches().reaches(AssuranceLevel.EIDAS3));
        Optional<Comparison> comparison = document.flatMap(read -> holder.comparison(context.getUser(), read.digest()));
        if (comparison.isEmpty()) {
            context.challenge(reception.refused(context, RefusalCode.HOLDER_NOT_COMPARED));
            return;
        }
        ComparedNote.keep(browser, comparison.get().at());
        reception.reached(context, AssuranceLevel.EIDAS3);
        context.success();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (field(context, "step").equals("leave")) {
            reception.leave(context, RefusalCode.HOLDER_NOT_COMPARED);
        } else {
            authenticate(context);
        }
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
