package fr.tessere.server;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail that came.
 *
 * @param source all of it, as it was sent
 */
public record Letter(String source) {
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*?)\r?$");
    private static final Pattern TEXT_PART =
            Pattern.compile("Content-Type: text/plain(.*?)\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);
    private static final Pattern HTML_PART =
            Pattern.compile("Content-Type: text/html(.*?)\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern NUMBER = Pattern.compile("(?m)^(\\d{8})\\s*$");

    /** Its subject. */
    public String subject() {
        return find(SUBJECT, source).orElse("");
    }

    /** True if it goes to this address. */
    public boolean isTo(String address) {
        return source.contains("\r\nTo: " + address + "\r\n") || source.contains("\r\nTo: <" + address + ">\r\n");
    }

    /** Its text for programs that show no HTML. */
    public String text() {
        return part(TEXT_PART);
    }

    /** Its text in HTML. */
    public String html() {
        return part(HTML_PART);
    }

    /** The link in it. */
    public Optional<URI> link() {
        Matcher link = LINK.matcher(text());
        return link.find() ? Optional.of(URI.create(link.group())) : Optional.empty();
    }

    /** The number of 8 digits in it. */
    public String number() {
        return find(NUMBER, text()).orElseThrow(() -> new AssertionError("no number: " + text()));
    }

    private String part(Pattern kind) {
        Matcher part = kind.matcher(source);
        if (!part.find()) {
            throw new AssertionError("no such part: " + source);
        }
        return part.group(1).contains("quoted-printable") ? unquoted(part.group(2)) : part.group(2);
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Quoted-printable (RFC 2045 §6.7). */
    private static String unquoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String joined = text.replace("=\r\n", "");
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '=' && i + 2 < joined.length()) {
                bytes.write(Integer.parseInt(joined.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
