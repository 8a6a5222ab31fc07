package fr.tessere.journal.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.journal.record.Journal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** Facts by their names, as long as a row takes; of what is longer its beginning and its digest. */
final class Facts {
    /** How things are told as facts. With it, what is known is never empty once somebody has looked. */
    private static final String FORM = "1";
    /** Characters of a name or a value. */
    private static final int LENGTH = 200;
    /** Of what is longer, so many are kept in front of the digest; each may be two. */
    private static final int BEGINNING = 80;
    /** What names a thing in a list, first of all. */
    private static final List<String> NAMES = List.of("name", "executor", "condition");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> all = new TreeMap<>();

    private Facts() {
        put("form", FORM);
    }

    static Map<String, String> of(Map<String, String> values) {
        Facts facts = new Facts();
        values.forEach(facts::put);
        return facts.all;
    }

    /** Of this realm. */
    static Map<String, String> ofPolicies(RealmModel realm) {
        return ofPolicies(
                realm.getAttribute("client-policies.policies"), realm.getAttribute("client-policies.profiles"));
    }

    /** Each property of each policy and each profile, below its name; both as Keycloak keeps them. */
    static Map<String, String> ofPolicies(@Nullable String policies, @Nullable String profiles) {
        Facts facts = new Facts();
        facts.read(policies);
        facts.read(profiles);
        return facts.all;
    }

    /** Each text, below its language. */
    static Map<String, String> ofTexts(Map<String, Map<String, String>> languages) {
        Facts facts = new Facts();
        languages.forEach((language, texts) -> texts.forEach((key, text) -> facts.put(language + "." + key, text)));
        return facts.all;
    }

    private void read(@Nullable String json) {
        if (json == null) {
            return;
        }
        try {
            JSON.readTree(json).fields().forEachRemaining(one -> flatten(one.getKey(), one.getValue()));
        } catch (JsonProcessingException unreadable) {
            put("unreadable", json);
        }
    }

    private void flatten(String name, JsonNode node) {
        if (node.isObject()) {
            node.fields().forEachRemaining(one -> flatten(name + "." + one.getKey(), one.getValue()));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            list(name, node);
        } else if (!node.isNull()) {
            put(name, node.isArray() ? sorted(node) : node.asText());
        }
    }

    /** Things have names; two of the same name are told apart by their place. */
    private void list(String name, JsonNode list) {
        for (Iterator<JsonNode> things = list.elements(); things.hasNext(); ) {
            JsonNode thing = things.next();
            Optional<String> key = NAMES.stream().filter(thing::hasNonNull).findFirst();
            String plain = name + "." + key.map(one -> thing.path(one).asText()).orElse("-");
            String place = plain;
            for (int i = 2; all.containsKey(shortened(place)); i++) {
                place = plain + "#" + i;
            }
            put(place, "there");
            flatten(place, thing);
        }
    }

    private static String sorted(JsonNode list) {
        TreeSet<String> items = new TreeSet<>();
        list.forEach(item -> items.add(item.isValueNode() ? item.asText() : item.toString()));
        return items.toString();
    }

    private void put(String name, String value) {
        all.put(shortened(name), shortened(value.isEmpty() ? "-" : value));
    }

    private static String shortened(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        int end = text.offsetByCodePoints(0, BEGINNING);
        return text.substring(0, end) + "\u2026 " + Journal.digest(text);
    }
}
