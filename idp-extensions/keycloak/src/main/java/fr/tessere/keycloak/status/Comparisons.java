package fr.tessere.keycloak.status;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Documents whose holders an agent compared with them, of one realm. A row counts while its time runs; blocking the document,
 * withdrawing and deleting the account remove it.
 */
public final class Comparisons {
    /** Realm attribute: for how many months a comparison counts, 1 to 120. */
    public static final String ATTRIBUTE = "tessere.comparison-months";

    private static final int MONTHS = 24;

    private final EntityManager database;
    private final RealmModel realm;

    /** Those of the realm of this request. */
    public Comparisons(KeycloakSession session) {
        database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        realm = session.getContext().getRealm();
    }

    /** Until when a comparison of today counts: the realm's months, and never longer than the document is valid. */
    public static Instant until(RealmModel realm, Instant at, LocalDate expiry) {
        String months = realm.getAttribute(ATTRIBUTE);
        long many = months != null && months.matches("[1-9][0-9]?|1[01][0-9]|120") ? Long.parseLong(months) : MONTHS;
        Instant over = at.atOffset(ZoneOffset.UTC).plusMonths(many).toInstant();
        Instant expires = expiry.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(1));
        return expires.isBefore(over) ? expires : over;
    }

    /** The holder of this document was compared now; an earlier comparison of it is replaced. */
    public Comparison add(String account, String document, Instant at, LocalDate expiry) {
        ComparisonEntity known = database.find(ComparisonEntity.class, key(document));
        ComparisonEntity row = known == null ? new ComparisonEntity(realm.getId(), document) : known;
        database.persist(row.is(account, at, until(realm, at, expiry)));
        return row.comparison();
    }

    /** The comparison of this document that counts at this time. */
    public Optional<Comparison> find(String document, Instant at) {
        return Optional.ofNullable(database.find(ComparisonEntity.class, key(document)))
                .map(ComparisonEntity::comparison)
                .filter(comparison -> comparison.counts(at));
    }

    /** The same, and only if it is of this account's document. */
    public Optional<Comparison> find(String account, String document, Instant at) {
        return of(account).stream()
                .filter(one -> one.document().equals(document) && one.counts(at))
                .findFirst();
    }

    /** Those of this account, also such as count no more. */
    public List<Comparison> of(String account) {
        return database
                .createQuery(
                        "from ComparisonEntity c where c.realm = :realm and c.account = :account",
                        ComparisonEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("account", account)
                .getResultList()
                .stream()
                .map(ComparisonEntity::comparison)
                .toList();
    }

    /** True if one of the account's documents was compared, and that counts at this time. */
    public boolean any(String account, Instant at) {
        return of(account).stream().anyMatch(one -> one.counts(at));
    }

    /** Ends it; false if this account has none of this document. */
    public boolean end(String account, String document) {
        Optional<ComparisonEntity> row = Optional.ofNullable(database.find(ComparisonEntity.class, key(document)))
                .filter(found -> found.account().equals(account));
        row.ifPresent(database::remove);
        return row.isPresent();
    }

    private DocumentKey key(String document) {
        return new DocumentKey(realm.getId(), document);
    }
}
