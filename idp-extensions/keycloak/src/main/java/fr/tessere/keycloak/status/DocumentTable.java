package fr.tessere.keycloak.status;

import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.identity.StatusProvider;
import fr.tessere.verification.identity.StatusQuestion;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Documents reported to this installation, by import or by an officer. What is not in it is not reported here. */
public final class DocumentTable implements StatusProvider {
    /** Word of a document that is not in the table. */
    public static final String NONE = "none";

    static final String SOURCE = "table";
    private static final int AT_ONCE = 500;

    private final EntityManager database;
    private final String realm;

    DocumentTable(EntityManager database, String realm) {
        this.database = database;
        this.realm = realm;
    }

    @Override
    public Optional<StatusReport> statusOf(StatusQuestion question, Instant at) {
        return Optional.of(find(question.digest().toHex().toLowerCase(Locale.ROOT))
                .orElseGet(() -> new StatusReport(DocumentStatus.VALID, SOURCE, at)));
    }

    /** What is reported of the document with this digest, 64 hexadecimal digits. */
    public Optional<StatusReport> find(String digest) {
        return Optional.ofNullable(database.find(DocumentEntity.class, new DocumentKey(realm, digest)))
                .map(DocumentTable::report);
    }

    /** Documents in the table. */
    public long size() {
        return database.createQuery("select count(d) from DocumentEntity d where d.realm = :realm", Long.class)
                .setParameter("realm", realm)
                .getSingleResult();
    }

    /** Enters or changes one. */
    void put(String digest, DocumentStatus status, Act act) {
        DocumentEntity row = database.find(DocumentEntity.class, new DocumentKey(realm, digest));
        if (row == null) {
            database.persist(act.mark(new DocumentEntity(realm, digest), status));
        } else {
            act.mark(row, status);
        }
    }

    /** Takes one out; false if it is not in it. */
    boolean remove(String digest) {
        DocumentEntity row = database.find(DocumentEntity.class, new DocumentKey(realm, digest));
        if (row != null) {
            database.remove(row);
        }
        return row != null;
    }

    /** How many of these would be new, changed, lifted, or are so already; with {@code act} they are changed too. */
    ImportCount count(List<ReportedDocument> reported, Optional<Act> act) {
        ImportCount count = ImportCount.NOTHING;
        for (int from = 0; from < reported.size(); from += AT_ONCE) {
            List<ReportedDocument> some = reported.subList(from, Math.min(reported.size(), from + AT_ONCE));
            Map<String, DocumentEntity> present = present(some);
            for (ReportedDocument document : some) {
                Optional<DocumentEntity> row = Optional.ofNullable(present.get(document.digest()));
                count = count.and(document, row.map(DocumentEntity::status));
                act.ifPresent(by -> apply(document, row, by));
            }
            if (act.isPresent()) {
                database.flush();
                database.clear();
            }
        }
        return count;
    }

    private void apply(ReportedDocument document, Optional<DocumentEntity> row, Act act) {
        if (document.status().isEmpty()) {
            row.ifPresent(database::remove);
        } else if (row.isEmpty()) {
            database.persist(act.mark(
                    new DocumentEntity(realm, document.digest()),
                    document.status().get()));
        } else if (!row.get().status().equals(document.status().get().word())) {
            act.mark(row.get(), document.status().get());
        }
    }

    private Map<String, DocumentEntity> present(List<ReportedDocument> some) {
        List<String> digests = new ArrayList<>();
        some.forEach(document -> digests.add(document.digest()));
        Map<String, DocumentEntity> present = new HashMap<>();
        database.createQuery(
                        "from DocumentEntity d where d.realm = :realm and d.digest in (:digests)", DocumentEntity.class)
                .setParameter("realm", realm)
                .setParameter("digests", digests)
                .getResultList()
                .forEach(row -> present.put(row.digest(), row));
        return present;
    }

    private static StatusReport report(DocumentEntity row) {
        return new StatusReport(
                DocumentStatus.ofWord(row.status()).orElse(DocumentStatus.BLOCKED),
                SOURCE,
                Instant.ofEpochMilli(row.since()));
    }

    /**
     * Who reports, when and why.
     *
     * @param officer id of the officer's account
     * @param reason in the officer's words
     * @param at when
     */
    record Act(String officer, String reason, Instant at) {
        DocumentEntity mark(DocumentEntity row, DocumentStatus status) {
            return row.is(status.word(), at.toEpochMilli(), officer, reason);
        }
    }
}
