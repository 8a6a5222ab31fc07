package fr.tessere.keycloak.proposal;

import fr.tessere.protocol.bytes.Bytes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Country signers that officers have confirmed; the trust folder has a list of its own besides. */
public final class ConfirmedSigners {
    private final EntityManager database;

    public ConfirmedSigners(KeycloakSession session) {
        database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * One of them.
     *
     * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
     * @param since when
     * @param reason in the proposing officer's words
     */
    public record Confirmed(String fingerprint, Instant since, String reason) {}

    /** All, the newest first. */
    public List<Confirmed> all() {
        return database
                .createQuery("from ConfirmedEntity c order by c.since desc", ConfirmedEntity.class)
                .getResultList()
                .stream()
                .map(row -> new Confirmed(row.fingerprint(), Instant.ofEpochMilli(row.since()), row.reason()))
                .toList();
    }

    /** Their fingerprints, as the keeper of trust asks for them. */
    public Set<Bytes> fingerprints() {
        return all().stream().map(one -> Bytes.ofHex(one.fingerprint())).collect(Collectors.toSet());
    }

    boolean has(String fingerprint) {
        return database.find(ConfirmedEntity.class, fingerprint) != null;
    }

    void put(String fingerprint, Instant at, String reason) {
        database.persist(new ConfirmedEntity(fingerprint, at.toEpochMilli(), reason));
    }

    void remove(String fingerprint) {
        ConfirmedEntity row = database.find(ConfirmedEntity.class, fingerprint);
        if (row != null) {
            database.remove(row);
        }
    }
}
