package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.server.AdminDoor;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("What an administrator gives to roles and services is an entry with the list before and after")
class AdministrationOfRolesTest {
    @Test
    void ofARoleAndOfWhatItBringsAlong(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String place = "tessere/roles/role-of-changes";
        assertThat(admin.post("tessere/roles", "{\"name\":\"role-of-changes\",\"description\":\"first\"}"))
                .isEqualTo(201);
        ObjectNode role = (ObjectNode) admin.get(place);
        admin.put(place, role.put("description", "second").toString());
        String other = admin.get("tessere/roles/auditor").toString();
        assertThat(admin.post(place + "/composites", "[" + other + "]")).isEqualTo(204);
        admin.delete(place);

        AdministrationTest.await(server, "admin-create", "name: - -> role-of-changes", "composites: [] -> [auditor]");
        AdministrationTest.await(server, "admin-update", "description: first -> second");
        AdministrationTest.await(server, "admin-delete", "name: role-of-changes -> -");
    }

    @Test
    void ofTheScopesAndRolesOfAService(KeycloakServer server) {
        AdminDoor admin = server.admin();
        assertThat(admin.post(
                        "tessere/clients",
                        "{\"clientId\":\"service-of-scopes\",\"secret\":\"nobody-reads-this\","
                                + "\"redirectUris\":[\"https://service.example/back\"]}"))
                .isEqualTo(201);
        String place = "tessere/clients/"
                + admin.get("tessere/clients?clientId=service-of-scopes")
                        .get(0)
                        .path("id")
                        .asText();
        String before = names(admin.get(place + "/default-client-scopes"));
        String scope =
                admin.get(place + "/optional-client-scopes").get(0).path("id").asText();
        admin.delete(place + "/optional-client-scopes/" + scope);
        admin.put(place + "/default-client-scopes/" + scope, "{}");
        String after = names(admin.get(place + "/default-client-scopes"));
        String role = admin.get("tessere/roles/auditor").toString();
        assertThat(admin.post(place + "/scope-mappings/realm", "[" + role + "]"))
                .isEqualTo(204);
        admin.delete(place);

        assertThat(after).isNotEqualTo(before);
        AdministrationTest.await(
                server,
                "admin-create",
                "defaultClientScopes: " + before + " -> " + after,
                "scopeMappings: [] -> [auditor]");
    }

    @Test
    void ofWhatPeopleAreAskedToDo(KeycloakServer server) {
        AdminDoor admin = server.admin();
        ObjectNode action = (ObjectNode)
                admin.get("tessere/authentication/required-actions").get(0);
        String place = "tessere/authentication/required-actions/"
                + action.path("alias").asText();
        int priority = action.path("priority").asInt();
        admin.put(place, action.put("priority", priority + 1_000).toString());
        admin.put(place, action.put("priority", priority).toString());

        AdministrationTest.await(
                server,
                "admin-update",
                "priority: %d -> %d".formatted(priority, priority + 1_000),
                "priority: %d -> %d".formatted(priority + 1_000, priority));
        server.alerts().await("configuration", "required-action");
    }

    private static String names(JsonNode scopes) {
        TreeSet<String> names = new TreeSet<>();
        scopes.forEach(scope -> names.add(scope.path("name").asText()));
        return names.toString();
    }
}
