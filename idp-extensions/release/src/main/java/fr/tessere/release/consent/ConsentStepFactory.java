package fr.tessere.release.consent;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The step as Keycloak finds it: required action {@code tessere-consent}. */
public final class ConsentStepFactory implements RequiredActionFactory {
    /** Provider id, used in realm files. */
    public static final String ID = "tessere-consent";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new ConsentStep(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Consent to what a service gets (Tessère)";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
