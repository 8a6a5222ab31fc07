package fr.tessere.keycloak.proposal;

import fr.tessere.journal.beat.Beat;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One thread of this node that ends what nobody confirmed in time. Whichever node comes first does it; the others find it done. */
public final class ProposalTicks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.officer");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final KeycloakSessionFactory factory;
    private final Function<KeycloakSession, FourEyes> eyes;
    private final Beat beat = new Beat(LOG, "proposals", "proposals are not looked at");

    /** Asks for the four eyes of a realm, in whose name nobody acts. */
    public ProposalTicks(KeycloakSessionFactory factory, Function<KeycloakSession, FourEyes> eyes) {
        this.factory = factory;
        this.eyes = eyes;
    }

    /** Begins. */
    public void start() {
        beat.every(PAUSE, this::tick);
    }

    private boolean tick() {
        boolean all = true;
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
        for (String realm : realms) {
            all &= beat.tried("proposals do not end", () -> sweep(realm));
        }
        return all;
    }

    private boolean sweep(String realm) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel known = session.realms().getRealm(realm);
            if (known != null) {
                session.getContext().setRealm(known);
                eyes.apply(session).sweep();
            }
        });
        return true;
    }

    @Override
    public void close() {
        beat.close();
    }
}
