package fr.tessere.keycloak.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads each setting by its name; a missing or impossible value is a {@link SettingException}. */
public final class SettingsReader {
    private final UnaryOperator<String> values;

    /** Names to values, null for none: Keycloak's scope of our provider. */
    public SettingsReader(UnaryOperator<String> values) {
        this.values = values;
    }

    /** {@code trust-folder}, {@code expired-specimens}. */
    public TrustSettings trust() {
        Path folder = Path.of(required("trust-folder"));
        if (!Files.isDirectory(folder)) {
            throw new SettingException("trust-folder: %s is no folder".formatted(folder));
        }
        return new TrustSettings(folder, truth("expired-specimens"));
    }

    /** {@code secret-file}. */
    public Secret secret() {
        return Secret.load(Path.of(required("secret-file")));
    }

    /** {@code reading-seconds}, {@code reader-port}. */
    public ReadingSettings reading() {
        return new ReadingSettings(
                Duration.ofSeconds(number("reading-seconds", 30, 900)), number("reader-port", 1, 65_535));
    }

    private boolean truth(String name) {
        String value = required(name);
        if (!value.equals("true") && !value.equals("false")) {
            throw new SettingException("%s: true or false is expected, found '%s'".formatted(name, value));
        }
        return value.equals("true");
    }

    private int number(String name, int least, int most) {
        String value = required(name);
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new SettingException("%s: %d to %d is expected, found '%s'".formatted(name, least, most, value));
    }

    private String required(String name) {
        // an environment variable that is not set stays as its placeholder
        return Optional.ofNullable(values.apply(name))
                .filter(value -> !value.isBlank() && !value.startsWith("${"))
                .orElseThrow(() -> new SettingException(
                        "%s is not set; src/main/docs/operate.md names the variable".formatted(name)));
    }
}
