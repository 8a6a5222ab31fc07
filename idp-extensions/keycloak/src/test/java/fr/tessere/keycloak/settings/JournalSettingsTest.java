package fr.tessere.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.tree.TreeHash;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the key of the log is another one, heads of those before it still count")
class JournalSettingsTest {
    private static final Head HEAD = new Head("realm", 1, TreeHash.EMPTY, Instant.EPOCH);

    @TempDir
    private Path earlierKeys;

    @Test
    void aHeadOfAnEarlierKeyIsReadIfItsPublicKeyLiesInTheFolder() throws Exception {
        JournalEquipment before = equipment(1, Optional.empty());
        String jws = before.signer().sign(HEAD).jws();

        assertThatThrownBy(() -> equipment(2, Optional.of(earlierKeys)).reader().read(jws))
                .isInstanceOf(InvalidHeadException.class);
        Files.writeString(
                earlierKeys.resolve("until-2026.pem"), before.signer().key().toPem());
        Files.writeString(earlierKeys.resolve("README"), "no key");
        JournalEquipment now = equipment(2, Optional.of(earlierKeys));

        assertThat(now.reader().read(jws).head()).isEqualTo(HEAD);
        assertThat(now.reader().read(now.signer().sign(HEAD).jws()).head()).isEqualTo(HEAD);
        assertThat(now.signer().key().id()).isNotEqualTo(before.signer().key().id());
    }

    @Test
    void whatIsNoKeyStopsTheStart() throws IOException {
        Files.writeString(earlierKeys.resolve("spoilt.pem"), "no key");

        assertThatThrownBy(() -> equipment(1, Optional.of(earlierKeys)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("audit-earlier-keys");
    }

    private static JournalEquipment equipment(int secret, Optional<Path> earlier) {
        byte[] random = new byte[Secret.LENGTH];
        random[0] = (byte) secret;
        return new JournalSettings(Optional.empty(), earlier, 12, Duration.ofSeconds(1))
                .equipment(new Secret(Bytes.of(random)), new SecureRandom(), InstantSource.system());
    }
}
