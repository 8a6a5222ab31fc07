package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.page.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The step "whose document is it" as Keycloak finds it: {@code tessere-citizen}. */
public final class CitizenStepFactory extends StepFactory {
    public CitizenStepFactory() {
        super(
                "tessere-citizen",
                "Citizen (Tessère)",
                "Finds the account of a proven document, or leads through its first use");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new CitizenStep(session);
    }
}
