package fr.tessere.journal.alert;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends what waits to be sent. Nothing is sent inside a transaction; a node that dies in between lets the next send it again. */
final class Deliveries {
    private static final Logger LOG = Logger.getLogger("fr.tessere.journal");

    private final KeycloakSessionFactory factory;
    private final AlertSettings settings;
    private final InstantSource clock;
    private final Optional<WebhookSender> webhook;

    Deliveries(KeycloakSessionFactory factory, AlertSettings settings, InstantSource clock) {
        this.factory = factory;
        this.settings = settings;
        this.clock = clock;
        this.webhook = settings.webhook().map(WebhookSender::new);
    }

    private record Due(String delivery, Channel channel, Alert alert, String realm) {}

    /** Sends what is due of this log. */
    void send(String log) throws InterruptedException {
        List<Due> due = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> due(session, log));
        for (Due one : due) {
            boolean taken = one.channel() == Channel.WEBHOOK ? byWebhook(one) : byMail(one, log);
            if (!taken) {
                LOG.warnf(
                        "alert %s was not taken by %s",
                        one.alert().id(), one.channel().word());
            }
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> new AlertBook(session, log)
                            .tried(one.delivery(), taken, Backoff.STANDARD, clock.instant()));
        }
    }

    private List<Due> due(KeycloakSession session, String log) {
        AlertBook book = new AlertBook(session, log);
        RealmModel realm = session.realms().getRealm(log);
        String name = realm == null ? log : realm.getName();
        List<Due> due = new ArrayList<>();
        for (DeliveryEntity row : book.due(clock.instant())) {
            book.find(row.alert())
                    .ifPresent(alert -> due.add(new Due(row.id(), Channel.ofWord(row.channel()), alert, name)));
        }
        return due;
    }

    private boolean byWebhook(Due due) throws InterruptedException {
        return webhook.isPresent() && webhook.get().send(due.alert(), due.realm(), clock.instant());
    }

    private boolean byMail(Due due, String log) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(log);
            if (realm == null) {
                return false;
            }
            session.getContext().setRealm(realm);
            return new AlertMail(session, realm).send(due.alert(), settings.addresses());
        });
    }
}
