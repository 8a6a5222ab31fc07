package fr.tessere.journal.keys;

import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.store.SeenHeads;
import fr.tessere.journal.keys.KeyedDigests.Kind;
import fr.tessere.journal.table.LoneEntries;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * What the log of this server uses.
 *
 * @param signer signs heads
 * @param reader trusts the signer's key, and earlier ones
 * @param seen heads that this server has found stored
 * @param digests of people and documents
 * @param months for how many months digests of a class can be traced back
 * @param tick between two batches
 * @param lone entries of acts that write nothing else
 * @param random secure
 * @param clock of this node
 */
public record JournalEquipment(
        HeadSigner signer,
        HeadReader reader,
        SeenHeads seen,
        KeyedDigests digests,
        Map<Retention, Integer> months,
        Duration tick,
        LoneEntries lone,
        SecureRandom random,
        InstantSource clock) {
    /** Id of the provider that holds it. */
    private static final String PROVIDER_ID = "tessere";

    public JournalEquipment {
        months = Map.copyOf(months);
    }

    /** Whoever built it at the start: the factory of our realm resource. */
    public interface Holder {
        /** The one of this server. */
        JournalEquipment journal();
    }

    /** The digests of a document on every day that can still be traced back. */
    public List<String> documentDigests(KeycloakSession session, String log, String document, Instant to) {
        return digests.ofAllDays(session, log, Retention.CITIZEN, Kind.DOCUMENT, document, to);
    }

    /** The one of this server. */
    public static JournalEquipment of(KeycloakSession session) {
        return ((Holder) session.getKeycloakSessionFactory()
                        .getProviderFactory(RealmResourceProvider.class, PROVIDER_ID))
                .journal();
    }
}
