package fr.tessere.citizen.account;

import fr.tessere.citizen.account.HeldDocument.State;
import fr.tessere.keycloak.status.DocumentKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Accounts and the documents that open them, of one realm. An account is a person with one or more documents, so it, and
 * with it the person's subject at each service, outlives the renewal of a document.
 */
public final class Accounts {
    private final KeycloakSession session;
    private final RealmModel realm;

    private Accounts(KeycloakSession session) {
        this.session = session;
        realm = session.getContext().getRealm();
    }

    /** Those of the realm of this request. */
    public static Accounts of(KeycloakSession session) {
        return new Accounts(session);
    }

    /** The document with this digest and the account that it opens. */
    public Optional<Holding> find(String digest) {
        return Optional.ofNullable(database().find(HeldDocumentEntity.class, key(digest)))
                .flatMap(row -> Optional.ofNullable(session.users().getUserById(realm, row.account()))
                        .map(user -> new Holding(user, row.document())));
    }

    /**
     * A new account for this person, who agreed to these terms, with a first document. It knows no name.
     *
     * @throws AddedMeanwhileException as {@link #add}
     */
    public UserModel create(String person, HeldDocument first, String terms) {
        UserModel account = session.users().addUser(realm, null, KeycloakModelUtils.generateId(), false, false);
        account.setEnabled(true);
        database()
                .persist(new CitizenEntity(
                        account.getId(), realm.getId(), person, first.added().toEpochMilli(), terms));
        database().persist(new TriesEntity(account.getId()));
        add(account, first);
        return account;
    }

    /**
     * One more document opens this account.
     *
     * @throws AddedMeanwhileException if another request has made it open an account since this one began; nothing more can
     *     be written in this transaction then
     */
    public void add(UserModel account, HeldDocument document) {
        database().persist(new HeldDocumentEntity(realm.getId(), account.getId(), document));
        try {
            // what two browsers do at once shows here and not at the end of the request: the key lets one of them pass
            database().flush();
        } catch (ModelDuplicateException | PersistenceException twice) {
            throw new AddedMeanwhileException(twice);
        }
    }

    /** Accounts of people with the same name, date of birth and sex: a hint, no proof. */
    public List<UserModel> alike(String person) {
        return database()
                .createQuery("from CitizenEntity c where c.realm = :realm and c.person = :person", CitizenEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("person", person)
                .getResultList()
                .stream()
                .flatMap(row -> Optional.ofNullable(session.users().getUserById(realm, row.account())).stream())
                .toList();
    }

    /** The person whose account it is, as a digest. */
    public Optional<String> person(UserModel account) {
        return citizen(account).map(CitizenEntity::person);
    }

    /** When its holder agreed to what is kept. */
    public Optional<Instant> agreed(UserModel account) {
        return citizen(account).map(CitizenEntity::agreed).map(Instant::ofEpochMilli);
    }

    /** The documents that open this account or opened it, in the order in which they were added. */
    public List<HeldDocument> documents(UserModel account) {
        return database()
                .createQuery(
                        "from HeldDocumentEntity d where d.realm = :realm and d.account = :account order by d.added",
                        HeldDocumentEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("account", account.getId())
                .getResultList()
                .stream()
                .map(HeldDocumentEntity::document)
                .toList();
    }

    /** Blocks or unblocks a document of this account; false if it has none with this digest. */
    public boolean set(UserModel account, String digest, State state, Instant at) {
        Optional<HeldDocumentEntity> row = Optional.ofNullable(database().find(HeldDocumentEntity.class, key(digest)))
                .filter(found -> found.account().equals(account.getId()));
        row.ifPresent(found -> found.is(state, at));
        return row.isPresent();
    }

    private Optional<CitizenEntity> citizen(UserModel account) {
        return Optional.ofNullable(database().find(CitizenEntity.class, account.getId()));
    }

    private DocumentKey key(String digest) {
        return new DocumentKey(realm.getId(), digest);
    }

    private EntityManager database() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * A document and its account.
     *
     * @param account of the person
     * @param document that opens it
     */
    public record Holding(UserModel account, HeldDocument document) {}
}
