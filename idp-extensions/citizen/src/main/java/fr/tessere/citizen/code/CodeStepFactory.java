package fr.tessere.citizen.code;

import fr.tessere.citizen.page.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The step "second factor" as Keycloak finds it: {@code tessere-personal-code}. */
public final class CodeStepFactory extends StepFactory {
    public CodeStepFactory() {
        super(
                "tessere-personal-code",
                "Personal code (Tessère)",
                "Asks for the personal code where the level needs it");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new CodeStep(session);
    }
}
