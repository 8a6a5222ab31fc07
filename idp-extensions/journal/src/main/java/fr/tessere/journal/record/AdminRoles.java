package fr.tessere.journal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Which roles somebody got or lost by an administrator's act: by name; by a group that has them; with an account that was made or came
 * with a file of settings. An officer is appointed by any of these ways.
 */
final class AdminRoles {
    /** Roles of one entry. */
    private static final int MOST = 20;

    private static final Pattern OF_GROUP = Pattern.compile("(?:users/[^/]{1,255}/groups|default-groups)/([^/]{1,64})");
    private static final Pattern OF_ACCOUNT = Pattern.compile("users/([^/]{1,255})");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeycloakSession session;
    private final RealmModel realm;

    private AdminRoles(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Their names; none for other acts. */
    static List<String> of(KeycloakSession session, AdminEvent event) {
        List<String> roles = named(event);
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (roles.isEmpty() && realm != null && event.getResourcePath() != null) {
            roles = new AdminRoles(session, realm).brought(event);
        }
        return roles.size() > MOST ? roles.subList(0, MOST) : roles;
    }

    private static List<String> named(AdminEvent event) {
        if (!String.valueOf(event.getResourceTypeAsString()).endsWith("_ROLE_MAPPING")
                || event.getRepresentation() == null) {
            return List.of();
        }
        try {
            return StreamSupport.stream(JSON.readTree(event.getRepresentation()).spliterator(), false)
                    .map(role -> role.path("name").asText())
                    .toList();
        } catch (JsonProcessingException unreadable) {
            return List.of("unreadable");
        }
    }

    private List<String> brought(AdminEvent event) {
        Matcher group = OF_GROUP.matcher(event.getResourcePath());
        if (group.matches()) {
            return names(ofGroup(realm.getGroupById(group.group(1))));
        }
        Matcher account = OF_ACCOUNT.matcher(event.getResourcePath());
        if (!account.matches() || !isMade(event)) {
            return List.of();
        }
        return Optional.ofNullable(session.users().getUserById(realm, account.group(1)))
                .map(user -> names(ofAccount(user)))
                .orElse(List.of());
    }

    /** An account is new, or a file of settings, which is an act on the realm, has put another in its place. */
    private static boolean isMade(AdminEvent event) {
        return event.getOperationType() == OperationType.CREATE
                || event.getOperationType() == OperationType.UPDATE && "REALM".equals(event.getResourceTypeAsString());
    }

    /** What everybody has is left out. */
    private Stream<RoleModel> ofAccount(UserModel user) {
        return Stream.concat(
                        user.getRoleMappingsStream(), user.getGroupsStream().flatMap(this::ofGroup))
                .filter(role -> !role.equals(realm.getDefaultRole()));
    }

    /** Its own, and those of the groups that it stands in. */
    private Stream<RoleModel> ofGroup(@Nullable GroupModel group) {
        List<RoleModel> roles = new ArrayList<>();
        for (GroupModel one = group; one != null; one = one.getParent()) {
            one.getRoleMappingsStream().forEach(roles::add);
        }
        return roles.stream();
    }

    private static List<String> names(Stream<RoleModel> roles) {
        return roles.map(RoleModel::getName).distinct().sorted().toList();
    }
}
