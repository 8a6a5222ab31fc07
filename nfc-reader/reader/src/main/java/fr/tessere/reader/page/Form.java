package fr.tessere.reader.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a form or a query, each name once. Holds what a person typed: it is not printed and not kept. */
final class Form {
    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads {@code application/x-www-form-urlencoded}; what cannot be read or stands twice is left out. */
    static Form parse(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", 16)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decode(pair.substring(0, equals));
                String first = fields.putIfAbsent(name, decode(pair.substring(equals + 1)));
                if (first != null) {
                    fields.put(name, "");
                }
            }
        }
        return new Form(fields);
    }

    /** The field's value, empty if it is not there. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
