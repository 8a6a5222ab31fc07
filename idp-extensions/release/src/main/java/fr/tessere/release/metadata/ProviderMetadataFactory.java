package fr.tessere.release.metadata;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCWellKnownProviderFactory;
import org.keycloak.wellknown.WellKnownProvider;

/** Stands before Keycloak's own openid-configuration, and speaks by it. */
public final class ProviderMetadataFactory extends OIDCWellKnownProviderFactory {
    /** Keycloak's own has 100; the lowest answers. */
    private static final int BEFORE_KEYCLOAKS = 50;

    @Override
    public WellKnownProvider create(KeycloakSession session) {
        return new ProviderMetadata(super.create(session), session.getContext().getRealm());
    }

    @Override
    public String getId() {
        return "tessere-openid-configuration";
    }

    @Override
    public String getAlias() {
        return OIDCWellKnownProviderFactory.PROVIDER_ID;
    }

    @Override
    public int getPriority() {
        return BEFORE_KEYCLOAKS;
    }
}
