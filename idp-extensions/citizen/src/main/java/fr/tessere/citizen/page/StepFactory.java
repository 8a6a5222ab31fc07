package fr.tessere.citizen.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** What the factories of our steps have in common: nothing to configure, nothing to set up. */
public abstract class StepFactory implements AuthenticatorFactory {
    private static final Requirement[] REQUIREMENTS = {
        Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED
    };

    private final String id;
    private final String title;
    private final String help;

    /** Id in realm files, name and explanation in Keycloak's administration. */
    protected StepFactory(String id, String title, String help) {
        this.id = id;
        this.title = title;
        this.help = help;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getDisplayType() {
        return title;
    }

    @Override
    public final String getHelpText() {
        return help;
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public final Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public final boolean isConfigurable() {
        return false;
    }

    @Override
    public final boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
