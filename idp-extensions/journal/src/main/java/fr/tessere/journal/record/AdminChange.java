package fr.tessere.journal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * What an administrator changed at an {@link AdminPlace}: each property with its value before and after. Keycloak tells what was sent and
 * not what was there; another transaction still sees that. Secrets show only that they changed, people are not looked at.
 */
final class AdminChange {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|password|private|credential|token|certificate|jwks).*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChangeLines lines = new ChangeLines();
    private final AdminPlace place;

    private AdminChange(AdminPlace place) {
        this.place = place;
    }

    /** Lines {@code name: before -> after}; none for other places. What is new was nothing before. */
    static List<String> of(KeycloakSession session, AdminEvent event) {
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        Optional<AdminPlace> place = AdminPlace.of(event);
        if (place.isEmpty()) {
            return List.of();
        }
        try {
            JsonNode read = event.getRepresentation() == null
                    ? MissingNode.getInstance()
                    : JSON.readTree(event.getRepresentation());
            String sent = read.path("id").asText();
            JsonNode after = place.get().isSeen() ? look(session, event.getRealmId(), place.get(), path, sent) : read;
            JsonNode before = KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(), own -> look(own, event.getRealmId(), place.get(), path, sent));
            AdminChange change = new AdminChange(place.get());
            if (place.get().isGoneWith(event.getOperationType())) {
                change.gone("", before, MissingNode.getInstance(), true);
            } else {
                change.compare("", before, after, 1);
            }
            return change.lines.all();
        } catch (JsonProcessingException unreadable) {
            return List.of("unreadable");
        }
    }

    private static JsonNode look(KeycloakSession own, String realmId, AdminPlace place, String path, String sent) {
        RealmModel realm = own.realms().getRealm(realmId);
        if (realm == null) {
            return MissingNode.getInstance();
        }
        if (own.getContext().getRealm() == null) {
            own.getContext().setRealm(realm);
        }
        return place.value(own, realm, path, sent);
    }

    private void compare(String prefix, JsonNode before, JsonNode after, int depth) {
        for (Iterator<Map.Entry<String, JsonNode>> all = after.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> one = all.next();
            String name = prefix + one.getKey();
            JsonNode old = before.path(one.getKey());
            if (!place.compares(name)) {
                continue;
            }
            if (one.getValue().isObject() && depth > 0) {
                compare(name + ".", old, one.getValue(), depth - 1);
                gone(name + ".", old, one.getValue(), place.isReplacing());
            } else if (!plain(old).equals(plain(one.getValue()))) {
                change(name, old, one.getValue());
            }
        }
    }

    private void gone(String prefix, JsonNode before, JsonNode after, boolean replacing) {
        for (Iterator<String> names = before.fieldNames(); replacing && names.hasNext(); ) {
            String name = names.next();
            JsonNode old = before.path(name);
            if (!after.has(name) && old.isObject()) {
                // each by its own name: which of them is secret, the name says
                gone(prefix + name + ".", old, MissingNode.getInstance(), true);
            } else if (!after.has(name)) {
                change(prefix + name, old, after.path(name));
            }
        }
    }

    private void change(String name, JsonNode before, JsonNode after) {
        if (plain(after).contains(ComponentRepresentation.SECRET_VALUE)) {
            // a secret that is sent as stars stays as it was
            return;
        }
        if (SECRET.matcher(name).matches()) {
            lines.secret(name);
        } else {
            lines.add(name, plain(before), plain(after));
        }
    }

    /** Text as it is; lists without their order; nothing for nothing. */
    private static String plain(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return ChangeLines.NOTHING;
        }
        if (!node.isArray()) {
            return node.isValueNode() ? node.asText() : node.toString();
        }
        TreeSet<String> items = new TreeSet<>();
        node.forEach(item -> items.add(plain(item)));
        return items.toString();
    }
}
