package fr.tessere.journal.keys;

import fr.tessere.journal.table.Tables;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Random keys, one for each log, month and class, sealed in the database. Deleting a row is the erasure of what it keyed. */
public final class MonthKeys {
    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

    private final SecretKeySpec sealing;
    private final SecureRandom random;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /** Sealed under this key of 32 bytes. */
    public MonthKeys(byte[] sealing, SecureRandom random) {
        this.sealing = new SecretKeySpec(sealing, "AES");
        this.random = random;
    }

    /** The word for a month, {@code 2026-11}. */
    public static String month(Instant at) {
        return MONTH.format(at.atOffset(ZoneOffset.UTC));
    }

    byte[] key(KeycloakSession session, String log, Retention retention, Instant at) {
        String name = log + " " + retention.word() + " " + month(at);
        byte[] cached = known.get(name);
        if (cached != null) {
            return cached;
        }
        byte[] key = unseal(stored(session, log, retention, month(at)), name);
        // an erased key lives in no memory: what is kept are keys of this month
        known.keySet().removeIf(other -> !other.endsWith(month(at)));
        known.put(name, key);
        return key;
    }

    /** The key of a month if it was made and not erased. */
    Optional<byte[]> present(KeycloakSession session, String log, Retention retention, Instant at) {
        String name = log + " " + retention.word() + " " + month(at);
        return new Tables(session)
                .with(connection -> select(connection, log, retention, month(at)))
                .map(row -> unseal(row, name));
    }

    /** In a transaction of its own, so that two nodes that make one at the same time spoil nobody's sign-in. */
    private String stored(KeycloakSession session, String log, Retention retention, String month) {
        Optional<String> present = inOwnTransaction(session, log, retention, month, Optional.empty());
        if (present.isPresent()) {
            return present.get();
        }
        byte[] fresh = new byte[LENGTH];
        random.nextBytes(fresh);
        try {
            return inOwnTransaction(session, log, retention, month, Optional.of(fresh))
                    .orElseThrow();
        } catch (RuntimeException another) {
            return inOwnTransaction(session, log, retention, month, Optional.empty())
                    .orElseThrow(() -> another);
        }
    }

    private Optional<String> inOwnTransaction(
            KeycloakSession session, String log, Retention retention, String month, Optional<byte[]> fresh) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                own -> new Tables(own)
                        .with(connection -> fresh.isPresent()
                                ? Optional.of(insert(connection, log, retention, month, fresh.get()))
                                : select(connection, log, retention, month)));
    }

    private static Optional<String> select(Connection connection, String log, Retention retention, String month)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT SEALED FROM TESSERE_AUDIT_KEY WHERE LOG = ? AND RETENTION = ? AND KEY_MONTH = ?")) {
            fill(statement, log, retention, month);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private String insert(Connection connection, String log, Retention retention, String month, byte[] fresh)
            throws SQLException {
        String sealed = seal(fresh, log + " " + retention.word() + " " + month);
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO TESSERE_AUDIT_KEY (LOG, RETENTION, KEY_MONTH, SEALED) VALUES (?, ?, ?, ?)")) {
            fill(statement, log, retention, month);
            statement.setString(4, sealed);
            statement.executeUpdate();
        }
        return sealed;
    }

    private static void fill(PreparedStatement statement, String log, Retention retention, String month)
            throws SQLException {
        statement.setString(1, log);
        statement.setString(2, retention.word());
        statement.setString(3, month);
    }

    private String seal(byte[] key, String name) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] box = cipher(Cipher.ENCRYPT_MODE, nonce, key, name);
        byte[] all = Arrays.copyOf(nonce, NONCE + box.length);
        System.arraycopy(box, 0, all, NONCE, box.length);
        return Base64.getEncoder().encodeToString(all);
    }

    private byte[] unseal(String sealed, String name) {
        byte[] all = Base64.getDecoder().decode(sealed);
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length), name);
    }

    /** AES-256-GCM; the name is authenticated, so that no key can pass for that of another month. */
    private byte[] cipher(int mode, byte[] nonce, byte[] input, String name) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "the key of a month does not open: " + wrong.getClass().getName());
        }
    }
}
