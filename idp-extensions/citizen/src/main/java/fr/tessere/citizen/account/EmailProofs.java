package fr.tessere.citizen.account;

import fr.tessere.protocol.bytes.Bytes;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** E-mail addresses on their way from "given" to "confirmed". Only a confirmed one is the account's. */
public final class EmailProofs {
    /** How long the link in the message opens. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private static final int RANDOM = 16;

    private final KeycloakSession session;
    private final RealmModel realm;

    public EmailProofs(KeycloakSession session) {
        this.session = session;
        realm = session.getContext().getRealm();
    }

    /** The address was given; what the link in the message must carry. An earlier link opens no more. */
    public String begin(UserModel account, String address, SecureRandom random, Instant at) {
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        EmailProofEntity known = database().find(EmailProofEntity.class, account.getId());
        EmailProofEntity row = known == null ? new EmailProofEntity(account.getId(), realm.getId()) : known;
        row.is(address, digest(token), at.plus(LIFETIME).toEpochMilli());
        database().persist(row);
        return token;
    }

    /** The account whose address this link proves, which is the account's from now on; empty if it proves none. */
    public Optional<UserModel> confirm(String token, Instant at) {
        return find(token, at)
                .flatMap(row -> Optional.ofNullable(session.users().getUserById(realm, row.account()))
                        .map(account -> confirmed(account, row)));
    }

    /** True if this link would prove an address now. */
    public boolean opens(String token, Instant at) {
        return find(token, at).isPresent();
    }

    /** The address that waits to be confirmed; none any more once its link is too old. */
    public Optional<Waiting> waiting(UserModel account, Instant at) {
        return Optional.ofNullable(database().find(EmailProofEntity.class, account.getId()))
                .map(row -> new Waiting(row.address(), Instant.ofEpochMilli(row.expires())))
                .filter(waiting -> at.isBefore(waiting.until()));
    }

    /** The account's confirmed address. */
    public static Optional<String> confirmed(UserModel account) {
        return Optional.ofNullable(account.getEmail()).filter(address -> account.isEmailVerified());
    }

    private UserModel confirmed(UserModel account, EmailProofEntity row) {
        account.setEmail(row.address());
        account.setEmailVerified(true);
        database().remove(row);
        return account;
    }

    private Optional<EmailProofEntity> find(String token, Instant at) {
        return database()
                .createQuery(
                        "from EmailProofEntity e where e.realm = :realm and e.token = :token", EmailProofEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("token", digest(token))
                .getResultStream()
                .findFirst()
                .filter(row -> at.toEpochMilli() < row.expires());
    }

    private static String digest(String token) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)))
                    .toHex();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Forgets addresses of every realm whose link opens no more. */
    public static void forget(KeycloakSession session, Instant now) {
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("delete from EmailProofEntity e where e.expires <= :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    private EntityManager database() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * An address that waits.
     *
     * @param address as it was given
     * @param until when its link opens no more
     */
    public record Waiting(String address, Instant until) {
        @Override
        public String toString() {
            return "Waiting[hidden]";
        }
    }
}
