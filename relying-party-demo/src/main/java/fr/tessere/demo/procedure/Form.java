package fr.tessere.demo.procedure;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A form as far as it is filled in. Keeps what was typed, right or wrong, so that nobody types twice.
 *
 * @param kind which form
 * @param values what stands in each field, by the field's name
 */
public record Form(Kind kind, Map<String, String> values) implements Serializable {
    private static final int LONGEST = 300;

    /** The forms of this service and their fields, in the order of the page. */
    public enum Kind {
        /** A reader's card for the library, already filled in with what the document says. */
        LIBRARY(Map.of("email", Field.EMAIL), "email"),
        /** A new address. */
        ADDRESS(
                Map.of("street", Field.LINE, "postcode", Field.POSTCODE, "town", Field.NAME, "since", Field.DAY),
                "street",
                "postcode",
                "town",
                "since"),
        /** Somebody else votes for the person. */
        PROXY(
                Map.of(
                        "proxy_family",
                        Field.NAME,
                        "proxy_given",
                        Field.NAME,
                        "commune",
                        Field.NAME,
                        "until",
                        Field.DAY),
                "proxy_family",
                "proxy_given",
                "commune",
                "until");

        private final Map<String, Field> fields;
        private final List<String> order;

        Kind(Map<String, Field> fields, String... order) {
            this.fields = fields;
            this.order = List.of(order);
        }

        /** Names of the fields. */
        public List<String> fields() {
            return order;
        }
    }

    public Form {
        values = Map.copyOf(values);
    }

    /** Nothing typed yet. */
    public static Form empty(Kind kind) {
        return typed(kind, name -> "");
    }

    /** What was typed, cut where no right value goes on. */
    public static Form typed(Kind kind, Function<String, String> source) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : kind.fields()) {
            String value = source.apply(name).strip();
            values.put(name, value.substring(0, Math.min(LONGEST, value.length())));
        }
        return new Form(kind, values);
    }

    /** The fields that are not right, in the order of the page. */
    public List<String> wrong() {
        return kind.fields().stream()
                .filter(name -> !Objects.requireNonNull(kind.fields.get(name)).holds(value(name)))
                .toList();
    }

    /** What stands in this field. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "Form[" + kind + ", hidden]";
    }
}
