package fr.tessere.keycloak.token;

import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.mappers.AbstractPairwiseSubMapper;
import org.keycloak.services.resource.RealmResourceProvider;

/** Another subject for each service (OpenID Connect Core §8.1): HMAC of sector and account under a key of the secret. */
public final class PairwiseSubjectMapper extends AbstractPairwiseSubMapper {
    private volatile @Nullable KeycloakSessionFactory factory;
    private volatile @Nullable Bytes key;

    @Override
    public void postInit(KeycloakSessionFactory started) {
        factory = started;
    }

    @Override
    public String generateSub(ProtocolMapperModel mapper, String sectorIdentifier, String localSub) {
        return subject(key(), sectorIdentifier, localSub);
    }

    static String subject(Bytes key, String sector, String account) {
        // a host name has no space
        Bytes message = Bytes.of((sector + " " + account).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Secret.digest(key, message).toArray());
    }

    private Bytes key() {
        Bytes known = key;
        if (known == null) {
            KeyHolder holder = (KeyHolder) Objects.requireNonNull(factory)
                    .getProviderFactory(RealmResourceProvider.class, KeyHolder.PROVIDER_ID);
            known = holder.secret().key("tessere pairwise subject");
            key = known;
        }
        return known;
    }

    @Override
    public String getIdPrefix() {
        return "tessere";
    }

    @Override
    public String getDisplayType() {
        return "Pairwise subject (Tessère)";
    }

    @Override
    public String getHelpText() {
        return "Another subject for each service, from the secret of this installation";
    }
}
