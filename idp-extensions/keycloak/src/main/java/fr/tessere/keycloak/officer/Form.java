package fr.tessere.keycloak.officer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form brought, read in memory: a framework would put an uploaded file on disk, and import files hold document
 * numbers. Only the two forms that browsers send; anything else has no fields.
 */
final class Form {
    private static final int LARGEST_PLAIN = 16 * 1024;
    /** Around a file: other fields and the lines between. */
    private static final int AROUND_FILE = 16 * 1024;

    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data; *boundary=\"?([A-Za-z0-9'()+_,./:=?-]{1,70})\"?");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition: *form-data; *name=\"([a-z_]{1,30})\"");

    private final Map<String, byte[]> fields = new HashMap<>();

    private Form() {}

    /** Reads a form without a file. */
    static Form plain(@Nullable String type, InputStream body) throws IOException {
        Form form = new Form();
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            byte[] read = body.readNBytes(LARGEST_PLAIN + 1);
            if (read.length <= LARGEST_PLAIN) {
                form.pairs(new String(read, StandardCharsets.ISO_8859_1));
            }
        }
        return form;
    }

    /** Reads a form with a file of at most that many bytes; one that is longer is cut behind one byte more. */
    static Form withFile(@Nullable String type, InputStream body, int most) throws IOException {
        Form form = new Form();
        Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
        if (boundary.matches()) {
            byte[] read = body.readNBytes(most + AROUND_FILE);
            form.parts(new String(read, StandardCharsets.ISO_8859_1), boundary.group(1));
        }
        return form;
    }

    /** A field's text without spaces around it; empty if it is not there. */
    String text(String name) {
        return new String(bytes(name).orElse(new byte[0]), StandardCharsets.UTF_8).strip();
    }

    /** A field as it came. */
    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private void pairs(String body) {
        for (String pair : body.split("&")) {
            String[] sides = pair.split("=", 2);
            try {
                String value = sides.length == 2 ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : "";
                fields.putIfAbsent(sides[0], value.getBytes(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                fields.clear();
                return;
            }
        }
    }

    /** RFC 7578; one character is one byte. */
    private void parts(String body, String boundary) {
        String line = "--" + boundary;
        String[] parts = ("\r\n" + body).split(Pattern.quote("\r\n" + line), -1);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(end < 0 ? "" : parts[i].substring(0, end));
            if (name.find()) {
                fields.putIfAbsent(name.group(1), parts[i].substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }
}
