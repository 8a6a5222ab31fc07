package fr.tessere.keycloak.settings;

import fr.tessere.journal.alert.AlertSettings;
import fr.tessere.operations.stream.Collector;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads each setting by its name; a missing or impossible value is a {@link SettingException}. */
public final class SettingsReader {
    /** Addresses that hear of alerts. */
    private static final int ADDRESSES = 5;

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,120}");

    private final UnaryOperator<String> values;

    /** Names to values, null for none: Keycloak's scope of our provider. */
    public SettingsReader(UnaryOperator<String> values) {
        this.values = values;
    }

    /** {@code trust-folder}, {@code expired-specimens}, {@code trust-days}. */
    public TrustSettings trust() {
        Path folder = Path.of(required("trust-folder"));
        if (!Files.isDirectory(folder)) {
            throw new SettingException("trust-folder: %s is no folder".formatted(folder));
        }
        return new TrustSettings(folder, truth("expired-specimens"), Duration.ofDays(number("trust-days", 1, 3_650)));
    }

    /** {@code secret-file}. */
    public Secret secret() {
        return Secret.load(Path.of(required("secret-file")));
    }

    /** {@code reading-seconds}, {@code reader-port}, {@code short-address}. */
    public ReadingSettings reading() {
        return new ReadingSettings(
                Duration.ofSeconds(number("reading-seconds", 30, 900)),
                number("reader-port", 1, 65_535),
                optional("short-address").map(SettingsReader::shortAddress));
    }

    /** {@code expired-documents}, and {@code status-…} for an authority's lookup. */
    public StatusSettings status() {
        String expired = optional("expired-documents").orElse("refused");
        if (!Set.of("refused", "lowest-level").contains(expired)) {
            throw new SettingException("expired-documents: refused or lowest-level is expected");
        }
        return new StatusSettings(optional("status-url").map(this::lookup), expired.equals("lowest-level"));
    }

    /** {@code audit-…}: the key that signs the log, and how long its digests can be traced back. */
    public JournalSettings journal() {
        return new JournalSettings(
                optional("audit-keystore")
                        .map(file -> new JournalSettings.Keystore(
                                Path.of(file), Path.of(required("audit-password-file")), required("audit-alias"))),
                optional("audit-earlier-keys").map(Path::of),
                number("audit-months", 6, 36),
                Duration.ofMillis(number("audit-milliseconds", 100, 60_000)));
    }

    /** {@code proposal-hours}, {@code urgent-seconds}: how officers decide together. */
    public OfficerSettings officers() {
        return new OfficerSettings(
                Duration.ofHours(number("proposal-hours", 1, 720)),
                Duration.ofSeconds(number("urgent-seconds", 5, 86_400)));
    }

    /** {@code alert-…}: who hears of alerts, and how often the log is looked at. */
    public AlertSettings alerts() {
        return new AlertSettings(
                optional("alert-webhook-url")
                        .map(url -> new AlertSettings.Webhook(
                                address("alert-webhook-url", url),
                                Secret.bytes(Path.of(required("alert-webhook-key-file")))
                                        .toArray())),
                optional("alert-addresses").map(SettingsReader::addresses).orElse(List.of()),
                Duration.ofMillis(number("alert-milliseconds", 100, 60_000)));
    }

    private static List<String> addresses(String text) {
        List<String> addresses = List.of(text.split(","));
        if (addresses.size() > ADDRESSES
                || !addresses.stream().allMatch(one -> ADDRESS.matcher(one).matches())) {
            throw new SettingException(
                    "alert-addresses: one to five e-mail addresses are expected, with a comma between them");
        }
        return addresses;
    }

    /** {@code siem-…}: who collects what stands in the logs; nobody, if no address is set. */
    public Optional<Collector> collector() {
        try {
            return optional("siem-address")
                    .map(address -> new Collector(
                                    URI.create(address),
                                    optional("siem-authorities").map(Path::of),
                                    optional("siem-keystore")
                                            .map(file -> new Collector.Identity(
                                                    Path.of(file), Path.of(required("siem-password-file")))))
                            .checked());
        } catch (IllegalArgumentException wrong) {
            throw new SettingException("siem-address: " + wrong.getMessage());
        }
    }

    private StatusSettings.Lookup lookup(String url) {
        return new StatusSettings.Lookup(
                address("status-url", url),
                Secret.bytes(Path.of(required("status-key-file"))),
                optional("status-token-file").map(file -> token(Path.of(file))),
                Duration.ofMillis(number("status-milliseconds", 100, 10_000)),
                Duration.ofSeconds(number("status-cache-seconds", 0, 3_600)),
                optional("status-states")
                        .map(states -> Set.of(states.split(",")))
                        .orElse(Set.of()));
    }

    private static URI shortAddress(String text) {
        if (text.matches("https://[a-z0-9.-]+(/[A-Za-z0-9-]*)?") && text.length() <= 50) {
            return URI.create(text);
        }
        throw new SettingException(
                "short-address: https:// and a host, perhaps one more word, is expected, found '%s'".formatted(text));
    }

    private static URI address(String name, String url) {
        try {
            URI address = new URI(url);
            boolean here = Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(address.getHost()));
            if ("https".equals(address.getScheme()) && address.getHost() != null
                    || here && "http".equals(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // the same sentence
        }
        throw new SettingException(name + ": https is expected, or http on this machine");
    }

    private static String token(Path file) {
        try {
            String token = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (token.matches("[A-Za-z0-9._~+/=-]{1,2000}")) {
                return token;
            }
        } catch (IOException unreadable) {
            // the same sentence
        }
        throw new SettingException("status-token-file: %s does not hold a bearer token".formatted(file));
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
        return optional(name)
                .orElseThrow(() -> new SettingException(
                        "%s is not set; src/main/docs/operate.md names the variable".formatted(name)));
    }

    private Optional<String> optional(String name) {
        // an environment variable that is not set stays as its placeholder
        return Optional.ofNullable(values.apply(name)).filter(value -> !value.isBlank() && !value.startsWith("${"));
    }
}
