package fr.tessere.citizen.mail;

import fr.tessere.counter.code.HolderCompared;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Tells a holder that an agent confirmed a comparison: whoever was at no counter must hear of it. */
final class ComparisonNews implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof HolderCompared compared) {
            KeycloakSession session = compared.session();
            Optional.ofNullable(session.users().getUserById(session.getContext().getRealm(), compared.account()))
                    .ifPresent(account ->
                            new Post(session).tell(account, compared.language(), Message.COMPARISON_RECORDED));
        }
    }
}
