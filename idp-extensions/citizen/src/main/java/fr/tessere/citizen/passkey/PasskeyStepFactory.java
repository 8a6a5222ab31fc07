package fr.tessere.citizen.passkey;

import fr.tessere.citizen.page.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The step "passkey" as Keycloak finds it: {@code tessere-passkey}. */
public final class PasskeyStepFactory extends StepFactory {
    public PasskeyStepFactory() {
        super(
                "tessere-passkey",
                "Passkey (Tessère)",
                "Signs in with a passkey that was enrolled after reading a document");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasskeyStep(session);
    }
}
