package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.page.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The step "compared with the document" as Keycloak finds it: {@code tessere-holder}. */
public final class HolderStepFactory extends StepFactory {
    public HolderStepFactory() {
        super(
                "tessere-holder",
                "Holder compared (Tessère)",
                "Lets the highest level pass only where an agent compared the person with the document");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new HolderStep(session);
    }
}
