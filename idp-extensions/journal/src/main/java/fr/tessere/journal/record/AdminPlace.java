package fr.tessere.journal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.util.JsonSerialization;

/** A place of the administration whose value is looked at before it changes, by the path of the event. */
enum AdminPlace {
    /** The realm itself. */
    REALM("", true, at -> Optional.of(ModelToRepresentation.toRepresentation(at.own(), at.realm(), false))),
    /** A service. */
    CLIENT(
            "clients/([^/]{1,64})",
            false,
            at -> Optional.ofNullable(at.own().clients().getClientById(at.realm(), at.word(1)))
                    .map(client -> ModelToRepresentation.toRepresentation(client, at.own()))),
    /** A key, or another component: what lies in them secretly shows only that it changed. */
    COMPONENT(
            "components/([^/]{1,64})",
            false,
            at -> Optional.ofNullable(at.stored().getComponent(at.word(1)))
                    .map(component -> ModelToRepresentation.toRepresentation(at.own(), component, false))),
    /** A scope that services ask for. */
    SCOPE(
            "client-scopes/([^/]{1,64})",
            false,
            at -> Optional.ofNullable(at.realm().getClientScopeById(at.word(1)))
                    .map(ModelToRepresentation::toRepresentation)),
    /** What a scope or a service puts into tokens. */
    MAPPER(
            "(clients|client-scopes)/([^/]{1,64})/protocol-mappers/models/([^/]{1,64})",
            true,
            at -> at.holder()
                    .flatMap(holder -> Optional.ofNullable(holder.getProtocolMapperById(at.word(3))))
                    .map(ModelToRepresentation::toRepresentation)),
    /** A flow of sign-in, without its steps. */
    FLOW(
            "authentication/flows/([^/]{1,64})",
            false,
            at -> Optional.ofNullable(at.stored().getAuthenticationFlowById(at.word(1)))
                    .map(flow -> ModelToRepresentation.toRepresentation(at.own(), at.realm(), flow))),
    /** A flow that was copied: the id that is sent is the copy's. */
    FLOW_COPIED(
            "authentication/flows/[^/]{1,255}/copy",
            false,
            at -> Optional.ofNullable(at.stored().getAuthenticationFlowById(at.sent()))
                    .map(flow -> Map.of("alias", flow.getAlias(), "steps", at.steps(flow)))),
    /** Steps of a flow: the one that is sent says which it is. */
    STEPS("authentication/flows/[^/]{1,255}/executions", false, at -> at.step(at.sent())),
    /** One step of a flow, added or removed. */
    STEP_OF_FLOW("authentication/executions/([^/]{1,64})", false, at -> at.step(at.word(1))),
    /** The steps of a flow in their order, of which one was moved. */
    STEP_MOVED(
            "authentication/executions/([^/]{1,64})/(?:raise|lower)-priority",
            false,
            at -> Optional.ofNullable(at.stored().getAuthenticationExecutionById(at.word(1)))
                    .flatMap(step -> Optional.ofNullable(at.stored().getAuthenticationFlowById(step.getParentFlow())))
                    .map(flow -> Map.of("steps", at.steps(flow)))),
    /** Settings of a step. */
    STEP_SETTINGS(
            "authentication/config/([^/]{1,64})",
            true,
            at -> Optional.ofNullable(at.stored().getAuthenticatorConfigById(at.word(1)))
                    .map(ModelToRepresentation::toRepresentation)),
    /** The scopes that a service gets by itself, or may ask for. */
    SCOPES_OF_CLIENT(
            "clients/([^/]{1,64})/(?:default|optional)-client-scopes/[^/]{1,64}",
            false,
            at -> Optional.ofNullable(at.own().clients().getClientById(at.realm(), at.word(1)))
                    .map(client -> Map.of(
                            "defaultClientScopes", client.getClientScopes(true).keySet(),
                            "optionalClientScopes",
                                    client.getClientScopes(false).keySet()))),
    /** The roles that a service or a scope may put into tokens. */
    SCOPE_MAPPINGS(
            "(clients|client-scopes)/([^/]{1,64})/scope-mappings/.{1,255}",
            false,
            at -> at.scoped()
                    .map(holder -> Map.of("scopeMappings", AdminSight.names(holder.getScopeMappingsStream())))),
    /** A role, of the realm or of a service. */
    ROLE(Paths.ROLE, false, at -> at.role().map(ModelToRepresentation::toRepresentation)),
    /** The roles that a role brings along. */
    COMPOSITES(
            Paths.ROLE + "/composites.{0,100}",
            false,
            at -> at.role().map(role -> Map.of("composites", AdminSight.names(role.getCompositesStream())))),
    /** A role that came with a file of settings; its path is Keycloak's own. */
    ROLE_IMPORTED(
            "realms/([^/]{1,64})",
            false,
            at -> Optional.ofNullable(at.realm().getRoleById(at.word(1)))
                    .map(role -> Map.of(
                            "name", role.getName(), "composites", AdminSight.names(role.getCompositesStream())))),
    /** A group: whoever is in it has its roles. */
    GROUP(
            "groups/([^/]{1,64})(/children(?:/[^/]{1,64})?)?",
            true,
            at -> Optional.ofNullable(at.stored().getGroupById(at.word(2) == null ? at.word(1) : at.sent()))
                    .map(group -> ModelToRepresentation.toRepresentation(group, true))),
    /** Another provider whose word for who somebody is would count. */
    IDENTITY_PROVIDER(
            "identity-provider/instances/([^/]{1,255})",
            true,
            at -> Optional.ofNullable(at.providers().getByAlias(at.word(1)))
                    .map(provider -> ModelToRepresentation.toRepresentation(at.own(), at.realm(), provider))),
    /** What is made of that provider's word. */
    IDENTITY_PROVIDER_MAPPER(
            "identity-provider/instances/[^/]{1,255}/mappers/([^/]{1,64})",
            true,
            at -> Optional.ofNullable(at.providers().getMapperById(at.word(1)))
                    .map(ModelToRepresentation::toRepresentation)),
    /** Which properties accounts have, and who may change them. */
    USER_PROFILE("users/profile", true, AdminSight::profile),
    /** Which events Keycloak keeps besides, and who else hears of them. */
    EVENTS("events/config", false, at -> Optional.of(ModelToRepresentation.toEventsConfigReprensetation(at.stored()))),
    /** What people may be asked to do when they sign in. */
    REQUIRED_ACTION(
            "authentication/required-actions/([^/]{1,255})",
            false,
            at -> Optional.ofNullable(at.stored().getRequiredActionProviderByAlias(at.word(1)))
                    .map(ModelToRepresentation::toRepresentation)),
    /** Settings of what people may be asked to do. */
    REQUIRED_ACTION_SETTINGS(
            "authentication/required-actions/([^/]{1,255})/config",
            true,
            at -> Optional.ofNullable(at.stored().getRequiredActionConfigByAlias(at.word(1)))
                    .map(ModelToRepresentation::toRepresentation)),
    /** A new realm, by its name: nothing was there before. The entry stands in the log of the administrator's realm. */
    NEW_REALM("[^/]{1,255}", false, at -> Optional.empty());

    /** What a list of steps says besides about a step is what the step can do, and no setting. */
    private static final Set<String> STEP = Set.of("requirement", "priority");

    /** Where places look at how it is after the change as well: what is sent does not say it. */
    private static final Set<AdminPlace> SEEN = EnumSet.of(
            STEP_MOVED,
            FLOW_COPIED,
            SCOPES_OF_CLIENT,
            SCOPE_MAPPINGS,
            COMPOSITES,
            ROLE_IMPORTED,
            USER_PROFILE,
            GROUP,
            IDENTITY_PROVIDER);
    /** Of those, the ones that a deletion takes away themselves. */
    private static final Set<AdminPlace> WHOLE = EnumSet.of(GROUP, IDENTITY_PROVIDER);

    private final Pattern path;
    private final boolean replacing;
    private final Function<AdminSight, Optional<?>> found;

    AdminPlace(String path, boolean replacing, Function<AdminSight, Optional<?>> found) {
        this.path = Pattern.compile(path);
        this.replacing = replacing;
        this.found = found;
    }

    /** Forms of paths that several places have. */
    private static final class Paths {
        /** A role by its name, of the realm or of a service, or by its id. */
        static final String ROLE = "(?:(?:clients/([^/]{1,64})/)?roles/([^/]{1,255})|roles-by-id/([^/]{1,64}))";
    }

    /** The place of what happened, if it is one of them. */
    static Optional<AdminPlace> of(AdminEvent event) {
        String where = event.getResourcePath() == null ? "" : event.getResourcePath();
        boolean ofRealm = "REALM".equals(event.getResourceTypeAsString());
        return Arrays.stream(values())
                .filter(place -> place.path.matcher(where).matches())
                .filter(place -> place != REALM && place != NEW_REALM || ofRealm)
                .findFirst()
                .filter(place -> place.isLookedAt(event.getOperationType(), event.getRepresentation() != null));
    }

    private boolean isLookedAt(OperationType operation, boolean sent) {
        return switch (operation) {
            case UPDATE -> this != NEW_REALM && (sent || isSeen());
            case CREATE -> (sent || isSeen()) && this != REALM;
            case DELETE -> this != REALM && this != NEW_REALM;
            default -> false;
        };
    }

    /** True if what was sent does not say how it is now: it is looked at afterwards, too. */
    boolean isSeen() {
        return SEEN.contains(this);
    }

    /** True if a deletion takes away the place itself, and not one thing in it. */
    boolean isGoneWith(OperationType operation) {
        return operation == OperationType.DELETE && (!isSeen() || WHOLE.contains(this));
    }

    /** True if attributes that are not sent are taken away. */
    boolean isReplacing() {
        return replacing;
    }

    /** True if this property of what is sent is a value of this place. */
    boolean compares(String name) {
        return this != STEPS || STEP.contains(name);
    }

    /**
     * What stands there for this session: before the change for one of another transaction, after it for the request's own.
     *
     * @param sent id that was sent with the change, or empty
     */
    JsonNode value(KeycloakSession own, RealmModel realm, String where, String sent) {
        Matcher matcher = path.matcher(where);
        Optional<?> value =
                matcher.matches() ? found.apply(new AdminSight(own, realm, matcher, sent)) : Optional.empty();
        return value.<JsonNode>map(JsonSerialization.mapper::valueToTree).orElseGet(MissingNode::getInstance);
    }
}
