package fr.tessere.keycloak.proposal;

import fr.tessere.keycloak.status.OfficerAct;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The proposals of one realm, in the database. */
final class ProposalBook {
    private static final int SHOWN = 100;
    private static final int AT_ONCE = 200;

    private final EntityManager database;
    private final String realm;

    ProposalBook(EntityManager database, String realm) {
        this.database = database;
        this.realm = realm;
    }

    void enter(Proposal proposal) {
        ProposalEntity row = new ProposalEntity(realm, proposal);
        database.persist(row);
        database.flush();
        database.detach(row);
    }

    Optional<Proposal> find(String id) {
        return list("p.id = ?2 order by p.at desc", 1, id).stream().findFirst();
    }

    /** Those that wait for a decision at this time, the oldest first. */
    List<Proposal> open(Instant at) {
        return list("p.standing = 'open' and p.until > ?2 order by p.at", AT_ONCE, at.toEpochMilli());
    }

    /** Those whose time is over and that nobody has ended. */
    List<Proposal> late(Instant at) {
        return list("p.standing = 'open' and p.until <= ?2 order by p.at", AT_ONCE, at.toEpochMilli());
    }

    /** Those that were decided, the newest first. */
    List<Proposal> past() {
        return list("p.standing <> ?2 order by p.decided desc", SHOWN, Proposal.Standing.OPEN.word());
    }

    /** The one that is open for this subject. */
    Optional<Proposal> open(OfficerAct.Area area, String subject, Instant at) {
        return list(
                        "p.area = ?2 and p.subject = ?3 and p.standing = 'open' and p.until > ?4 order by p.urgent desc",
                        1,
                        area.word(),
                        subject,
                        at.toEpochMilli())
                .stream()
                .findFirst();
    }

    /** True if somebody acted alone on this subject since then. */
    boolean wasUrgent(OfficerAct.Area area, String subject, Instant since) {
        return !list(
                        "p.area = ?2 and p.subject = ?3 and p.urgent = true and p.at > ?4",
                        1,
                        area.word(),
                        subject,
                        since.toEpochMilli())
                .isEmpty();
    }

    /** Ends one that is open; false if somebody else has done so. Whoever comes second waits for the row, and finds it ended. */
    boolean end(String id, Proposal.Standing standing, String decider, String answer, Instant at) {
        int ended = database.createQuery(
                        "update ProposalEntity p set p.standing = :standing, p.decider = :decider,"
                                + " p.decided = :at, p.answer = :answer where p.id = :id and p.realm = :realm and p.standing = 'open'")
                .setParameter("standing", standing.word())
                .setParameter("decider", decider)
                .setParameter("at", at.toEpochMilli())
                .setParameter("answer", answer)
                .setParameter("id", id)
                .setParameter("realm", realm)
                .executeUpdate();
        return ended == 1;
    }

    /** What was agreed could not be done any more. */
    void overtake(String id) {
        database.createQuery("update ProposalEntity p set p.standing = :standing where p.id = :id and p.realm = :realm")
                .setParameter("standing", Proposal.Standing.OVERTAKEN.word())
                .setParameter("id", id)
                .setParameter("realm", realm)
                .executeUpdate();
    }

    /** As the database says now: rows are let go, so that the next question sees what others have changed meanwhile. */
    private List<Proposal> list(String where, int most, Object... values) {
        var query = database.createQuery("from ProposalEntity p where p.realm = ?1 and " + where, ProposalEntity.class)
                .setParameter(1, realm)
                .setMaxResults(most);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 2, values[i]);
        }
        List<ProposalEntity> rows = query.getResultList();
        List<Proposal> found = rows.stream().map(ProposalEntity::proposal).toList();
        rows.forEach(database::detach);
        return found;
    }
}
