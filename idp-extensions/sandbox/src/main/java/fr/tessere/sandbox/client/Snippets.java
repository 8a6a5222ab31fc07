package fr.tessere.sandbox.client;

import fr.tessere.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The files of the integrator's guide, with a client's own values in place of its words in capitals. */
@Component
public final class Snippets {
    private static final Pattern FILE =
            Pattern.compile("```[a-z]+\n(?://|#) file: ([A-Za-z.]+)[^\n]*\n(.*?)```", Pattern.DOTALL);

    private final Map<String, String> files = new LinkedHashMap<>();
    private final String issuer;

    /** Reads the guide. */
    public Snippets(SandboxSettings settings) {
        issuer = settings.issuer().toString();
        try (InputStream guide =
                Objects.requireNonNull(Snippets.class.getResourceAsStream("/guide/integrate.md"), "integrate.md")) {
            Matcher file = FILE.matcher(new String(guide.readAllBytes(), StandardCharsets.UTF_8));
            while (file.find()) {
                files.put(file.group(1), file.group(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each file for this client, by its name. */
    public Map<String, String> of(NewClient client) {
        Map<String, String> own = new LinkedHashMap<>();
        files.forEach((name, text) -> own.put(
                name,
                text.replaceAll("\\bISSUER\\b", Matcher.quoteReplacement(issuer))
                        .replaceAll("\\bCLIENT_ID\\b", Matcher.quoteReplacement(client.id()))
                        .replaceAll("\\bREDIRECT\\b", Matcher.quoteReplacement(client.redirect()))
                        .replaceAll("\\bLEVEL\\b", "eidas1")));
        return own;
    }
}
