package fr.tessere.keycloak.officer;

import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/** What a form brought: of each field the first value, cut behind its limit. */
final class Form {
    /** Bytes of a field that is no file. */
    static final int FIELD = 2_048;

    private final Map<String, byte[]> fields = new HashMap<>();

    private Form() {}

    /** A form without a file. */
    static Form plain(HttpRequest request) {
        Form form = new Form();
        MultivaluedMap<String, String> values = request.getDecodedFormParameters();
        for (String name : values.keySet()) {
            byte[] value = String.valueOf(values.getFirst(name)).getBytes(StandardCharsets.UTF_8);
            form.fields.put(name, Arrays.copyOf(value, Math.min(value.length, FIELD)));
        }
        return form;
    }

    /** A form with a file, of which no more than one byte too much is read. */
    static Form withFile(HttpRequest request, String file, int most) throws IOException {
        Form form = new Form();
        MultivaluedMap<String, FormPartValue> parts = request.getMultiPartFormParameters();
        for (String name : parts.keySet()) {
            try (InputStream part = parts.getFirst(name).asInputStream()) {
                form.fields.put(name, part.readNBytes(name.equals(file) ? most + 1 : FIELD));
            }
        }
        return form;
    }

    /** A field's text without spaces around it; empty if it is not there. A character of no database is one that nothing is called by. */
    String text(String name) {
        return new String(bytes(name).orElse(new byte[0]), StandardCharsets.UTF_8)
                .strip()
                .replace('\0', '\uFFFD');
    }

    /** A field as it came. */
    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
