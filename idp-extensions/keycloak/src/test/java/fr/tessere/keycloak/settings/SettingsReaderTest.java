package fr.tessere.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.journal.keys.Retention;
import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @TempDir
    private Path folder;

    private final Map<String, String> values = new HashMap<>();
    private final SettingsReader settings = new SettingsReader(values::get);

    @BeforeEach
    void goodValues() throws IOException {
        values.put("trust-folder", folder.toString());
        values.put("expired-specimens", "false");
        values.put("trust-days", "90");
        values.put("secret-file", folder.resolve("secret").toString());
        values.put("reading-seconds", "300");
        values.put("reader-port", "24727");
        values.put("proposal-hours", "24");
        values.put("urgent-seconds", "14400");
        values.put("alert-milliseconds", "5000");
        values.put("audit-months", "12");
        values.put("audit-milliseconds", "1000");
        Files.writeString(folder.resolve("secret"), Bytes.of(new byte[32]).toBase64() + "\n");
    }

    @Test
    void readsEachOnce() {
        assertThat(settings.trust()).isEqualTo(new TrustSettings(folder, false, Duration.ofDays(90)));
        assertThat(settings.reading()).isEqualTo(new ReadingSettings(Duration.ofMinutes(5), 24727, Optional.empty()));
        assertThat(settings.secret()).hasToString("Secret[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trust-folder",
                "expired-specimens",
                "trust-days",
                "secret-file",
                "reading-seconds",
                "reader-port",
                "audit-months"
            })
    void namesWhatIsMissing(String name) {
        values.remove(name);
        assertThatThrownBy(this::readAll).isInstanceOf(SettingException.class).hasMessageStartingWith(name);
        // the environment variable behind it is not set
        values.put(name, "${TESSERE_SOMETHING}");
        assertThatThrownBy(this::readAll).isInstanceOf(SettingException.class).hasMessageStartingWith(name);
    }

    @ParameterizedTest
    @CsvSource({
        "trust-folder, /nowhere/at/all",
        "expired-specimens, yes",
        "trust-days, 0",
        "trust-days, 3651",
        "reading-seconds, 29",
        "reading-seconds, 901",
        "reading-seconds, 5m",
        "proposal-hours, 0",
        "proposal-hours, 721",
        "urgent-seconds, 4",
        "urgent-seconds, 86401",
        "alert-milliseconds, 99",
        "audit-months, 5",
        "audit-months, 37",
        "audit-months, a year",
        "audit-milliseconds, 99",
        "audit-milliseconds, 60001",
        "alert-webhook-url, http://elsewhere.example.org/alerts",
        "alert-webhook-url, ftp://127.0.0.1/alerts",
        "alert-addresses, nobody",
        "alert-addresses, 'a@example.org, b@example.org'",
        "alert-addresses, 'a@b.c,a@b.c,a@b.c,a@b.c,a@b.c,a@b.c'",
        "reader-port, 0",
        "reader-port, 65536",
        "short-address, http://id.example/c",
        "short-address, https://id.example/c?to=elsewhere",
    })
    void refusesWhatCannotBe(String name, String value) {
        values.put(name, value);
        assertThatThrownBy(this::readAll).isInstanceOf(SettingException.class).hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 36})
    void digestsOfCitizensLiveForTheMonthsThatAreSetAndThoseOfStaffForThirtySix(int months) {
        values.put("audit-months", String.valueOf(months));

        assertThat(settings.journal()
                        .equipment(settings.secret(), new SecureRandom(), InstantSource.system())
                        .months())
                .containsOnly(Map.entry(Retention.CITIZEN, months), Map.entry(Retention.STAFF, 36));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "AAAA"})
    void refusesASecretThatIsNone(String content) throws IOException {
        Files.writeString(folder.resolve("secret"), content);
        assertThatThrownBy(this::readAll).isInstanceOf(SettingException.class);
    }

    /** RFC 5869 A.3 begins with the same extract step: no salt. Expanded here with a purpose, one block. */
    @Test
    void eachPurposeHasItsOwnKey() {
        Secret secret = settings.secret();
        assertThat(secret.key("one").length()).isEqualTo(Secret.LENGTH);
        assertThat(secret.key("one")).isEqualTo(settings.secret().key("one")).isNotEqualTo(secret.key("two"));
    }

    private void readAll() {
        settings.trust();
        settings.secret();
        settings.reading();
        settings.officers();
        settings.alerts();
        settings.journal();
    }
}
