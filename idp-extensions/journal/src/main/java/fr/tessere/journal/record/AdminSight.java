package fr.tessere.journal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.RoleModel;
import org.keycloak.models.ScopeContainerModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

/**
 * Where one looks, and with which eyes.
 *
 * @param own a session, which sees what its transaction sees
 * @param path of the event, matched
 * @param sent id that was sent with the change, or empty
 */
record AdminSight(KeycloakSession own, RealmModel realm, Matcher path, String sent) {
    /** Where the component of the properties of accounts keeps them, as JSON. */
    private static final String PROFILE = "kc.user.profile.config";

    String word(int group) {
        return path.group(group);
    }

    /** As the database has it: Keycloak's cache hands out values that the change has written into already. */
    RealmModel stored() {
        return own.getProvider(RealmProvider.class).getRealm(realm.getId());
    }

    /** As {@link #stored()}: the cache knows a new one already. */
    IdentityProviderStorageProvider providers() {
        return own.getProvider(IdentityProviderStorageProvider.class, "jpa");
    }

    /** What each property of accounts may be, below its name. */
    Optional<?> profile() {
        return stored().getComponentsStream(realm.getId(), UserProfileProvider.class.getName())
                .map(component -> component.getConfig().getFirst(PROFILE))
                .filter(Objects::nonNull)
                .findFirst()
                .map(AdminSight::byName);
    }

    private static JsonNode byName(String settings) {
        try {
            ObjectNode profile = (ObjectNode) JsonSerialization.mapper.readTree(settings);
            ObjectNode names = JsonSerialization.mapper.createObjectNode();
            for (JsonNode one : profile.path("attributes")) {
                String name = one.path("name").asText();
                one.fields().forEachRemaining(fact -> names.set(name + "." + fact.getKey(), fact.getValue()));
            }
            return profile.set("attributes", names);
        } catch (JsonProcessingException | ClassCastException unreadable) {
            return JsonSerialization.mapper.createObjectNode().put("unreadable", settings);
        }
    }

    /** What has mappers. */
    Optional<ProtocolMapperContainerModel> holder() {
        return word(1).equals("clients")
                ? Optional.ofNullable(own().clients().getClientById(realm(), word(2)))
                : Optional.ofNullable(realm().getClientScopeById(word(2)));
    }

    /** What may put roles into tokens. */
    Optional<? extends ScopeContainerModel> scoped() {
        return word(1).equals("clients")
                ? Optional.ofNullable(own().clients().getClientById(realm(), word(2)))
                : Optional.ofNullable(realm().getClientScopeById(word(2)));
    }

    /** A role, by whichever path. */
    Optional<RoleModel> role() {
        if (word(3) != null) {
            return Optional.ofNullable(realm().getRoleById(word(3)));
        }
        return word(1) == null
                ? Optional.ofNullable(realm().getRole(word(2)))
                : Optional.ofNullable(own().clients().getClientById(realm(), word(1)))
                        .map(client -> client.getRole(word(2)));
    }

    /** Names of roles. */
    static List<String> names(Stream<RoleModel> roles) {
        return roles.map(RoleModel::getName).toList();
    }

    /** A step of a flow. */
    Optional<?> step(String id) {
        return Optional.ofNullable(stored().getAuthenticationExecutionById(id))
                .map(ModelToRepresentation::toRepresentation);
    }

    /** Names of the steps, in their order. */
    String steps(AuthenticationFlowModel flow) {
        RealmModel realm = stored();
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .map(step -> name(realm, step))
                .collect(Collectors.joining(", "));
    }

    private static String name(RealmModel realm, AuthenticationExecutionModel step) {
        return step.isAuthenticatorFlow()
                ? Optional.ofNullable(realm.getAuthenticationFlowById(step.getFlowId()))
                        .map(AuthenticationFlowModel::getAlias)
                        .orElse("-")
                : String.valueOf(step.getAuthenticator());
    }
}
