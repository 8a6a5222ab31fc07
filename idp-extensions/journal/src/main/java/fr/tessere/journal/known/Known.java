package fr.tessere.journal.known;

import fr.tessere.journal.record.Journal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What was known last of one subject of one log, inside one transaction. */
final class Known {
    private final KeycloakSession session;
    private final EntityManager database;
    private final String log;
    private final Subject what;
    private final String subject;

    Known(KeycloakSession session, String log, Subject subject) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.session = session;
        this.log = log;
        this.what = subject;
        this.subject = subject.word();
    }

    /** Values by their names; none if nobody has looked yet. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        database.createQuery("from KnownEntity k where k.log = ?1 and k.subject = ?2", KnownEntity.class)
                .setParameter(1, log)
                .setParameter(2, subject)
                .getResultList()
                .forEach(row -> facts.put(row.name(), row.value()));
        return facts;
    }

    /**
     * If this is something else, it is what is known from now on, and an entry of the log. Each row is changed only while it is as it was
     * read: of two nodes one does it.
     *
     * @param account of whoever did it, where that is known
     * @throws OvertakenException if another node was faster
     */
    void record(Map<String, String> before, Map<String, String> now, Optional<String> account) {
        if (!now.equals(before)) {
            become(before, now);
            Journal.changed(session, log, what.kind(now), subject, before, now, account);
        }
    }

    private void become(Map<String, String> before, Map<String, String> now) {
        before.forEach((name, value) -> {
            String wanted = now.get(name);
            if (wanted == null) {
                once("delete from KnownEntity k where k.id = ?1 and k.value = ?2", name, value);
            } else if (!wanted.equals(value)) {
                once("update KnownEntity k set k.value = ?3 where k.id = ?1 and k.value = ?2", name, value, wanted);
            }
        });
        try {
            now.forEach((name, value) -> {
                if (!before.containsKey(name)) {
                    database.persist(new KnownEntity(log, subject, name, value));
                }
            });
            database.flush();
        } catch (PersistenceException twice) {
            throw new OvertakenException(subject);
        }
    }

    private void once(String change, String name, String... values) {
        var query = database.createQuery(change).setParameter(1, KnownEntity.id(log, subject, name));
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 2, values[i]);
        }
        if (query.executeUpdate() != 1) {
            throw new OvertakenException(subject);
        }
    }
}
