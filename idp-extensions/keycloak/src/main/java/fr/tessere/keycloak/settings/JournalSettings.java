package fr.tessere.keycloak.settings;

import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.LogKey;
import fr.tessere.audit.store.SeenHeads;
import fr.tessere.journal.keys.HeadKeys;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.KeyedDigests;
import fr.tessere.journal.keys.MonthKeys;
import fr.tessere.journal.keys.Retention;
import fr.tessere.journal.table.LoneEntries;
import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the log is kept.
 *
 * @param keystore where the key lies that signs it; without one, a key made from the secret does
 * @param earlierKeys folder with the public keys ({@code *.pem}) that signed before, if there were any
 * @param months for how long digests of citizens can be traced back, 6 to 36
 * @param tick between two batches
 */
public record JournalSettings(Optional<Keystore> keystore, Optional<Path> earlierKeys, int months, Duration tick) {
    /** Staff answers for what it did longer than a citizen is followed. */
    private static final int STAFF_MONTHS = 36;

    /**
     * A keystore.
     *
     * @param file PKCS#12, or a configuration of SunPKCS11 ({@code *.cfg})
     * @param passwordFile file with its password or PIN
     * @param alias of the key
     */
    public record Keystore(Path file, Path passwordFile, String alias) {}

    /** All that the log needs. */
    public JournalEquipment equipment(Secret secret, SecureRandom random, InstantSource clock) {
        HeadSigner signer = signer(secret);
        List<LogKey> trusted = new ArrayList<>(List.of(signer.key()));
        earlierKeys.ifPresent(folder -> trusted.addAll(keys(folder)));
        return new JournalEquipment(
                signer,
                new HeadReader(trusted),
                new SeenHeads(),
                new KeyedDigests(
                        new MonthKeys(secret.key("tessere audit months").toArray(), random)),
                Map.of(Retention.CITIZEN, months, Retention.STAFF, STAFF_MONTHS),
                tick,
                new LoneEntries(),
                random,
                clock);
    }

    private HeadSigner signer(Secret secret) {
        try {
            return keystore.map(store -> HeadKeys.ofKeystore(store.file(), store.passwordFile(), store.alias()))
                    .orElseGet(() -> HeadKeys.ofSecret(
                            Bytes.concat(secret.key("tessere audit head 1"), secret.key("tessere audit head 2"))
                                    .toArray()));
        } catch (IllegalArgumentException unusable) {
            throw new SettingException("audit-keystore: " + unusable.getMessage());
        }
    }

    private static List<LogKey> keys(Path folder) {
        List<LogKey> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".pem")).toList()) {
                keys.add(LogKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII)));
            }
            return keys;
        } catch (IOException | IllegalArgumentException unusable) {
            throw new SettingException("audit-earlier-keys: a folder of public keys in PEM is expected");
        }
    }
}
