package fr.tessere.release.metadata;

import fr.tessere.claims.assurance.VerifiedClaimsMetadata;
import fr.tessere.claims.request.ScopeContents;
import fr.tessere.release.answer.ReleaseMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;
import org.keycloak.wellknown.WellKnownProvider;

/**
 * The openid-configuration of a realm that releases claims of a document: which claims there are (OpenID Connect Discovery
 * §3), and how they are verified (OpenID Connect for Identity Assurance 1.0). Other realms have Keycloak's own.
 */
final class ProviderMetadata implements WellKnownProvider {
    /** Claims of the sign-in, whoever the person is. */
    private static final List<String> OF_THE_SIGN_IN = List.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "acr",
            "amr",
            "txn",
            "tessere_evidence",
            "tessere_specimen",
            "verified_claims");

    private final WellKnownProvider keycloaks;
    private final RealmModel realm;

    ProviderMetadata(WellKnownProvider keycloaks, RealmModel realm) {
        this.keycloaks = keycloaks;
        this.realm = realm;
    }

    @Override
    public Object getConfig() {
        Object config = keycloaks.getConfig();
        if (config instanceof OIDCConfigurationRepresentation metadata && releasesClaims()) {
            Set<String> claims = new LinkedHashSet<>(OF_THE_SIGN_IN);
            claims.addAll(ScopeContents.allowed(ScopeContents.names()));
            metadata.setClaimsSupported(List.copyOf(claims));
            VerifiedClaimsMetadata.members().forEach(metadata::setOtherClaims);
        }
        return config;
    }

    private boolean releasesClaims() {
        return realm.getClientScopesStream()
                .flatMap(ClientScopeModel::getProtocolMappersStream)
                .anyMatch(mapper -> ReleaseMapper.ID.equals(mapper.getProtocolMapper()));
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
