package fr.tessere.release.level;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The guard as Keycloak finds it: required action {@code tessere-level}. */
public final class LevelGuardFactory implements RequiredActionFactory {
    /** Provider id, used in realm files. */
    public static final String ID = "tessere-level";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new LevelGuard(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Level of assurance (Tessère)";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
