package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.server.AdminDoor;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Ways around: what an administrator does by a group, a file or another provider is told as well")
class AdministrationOfGroupsTest {
    private static final String OFFICER = "security-officer";

    @Test
    @DisplayName("whoever joins a group that has a role gets the role, and loses it on leaving")
    void ofARoleThatAGroupBrings(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String group = group(admin, "group-of-officers");
        String user = user(admin, "{\"username\":\"joins-a-group\"}", "joins-a-group");
        admin.put("tessere/users/" + user + "/groups/" + group, "{}");
        admin.delete("tessere/users/" + user + "/groups/" + group);
        user(admin, "{\"username\":\"made-in-a-group\",\"groups\":[\"/group-of-officers\"]}", "made-in-a-group");
        admin.put("tessere/default-groups/" + group, "{}");
        admin.delete("tessere/default-groups/" + group);
        admin.delete("tessere/groups/" + group);

        awaitRole(server, "admin-create", entry -> path(entry).equals("users/groups"));
        awaitRole(server, "admin-delete", entry -> path(entry).equals("users/groups"));
        awaitRole(server, "admin-create", entry -> path(entry).equals("users"));
        awaitRole(server, "admin-create", entry -> path(entry).startsWith("default-groups/"));
        awaitRole(server, "admin-delete", entry -> path(entry).startsWith("default-groups/"));
        AdministrationTest.await(server, "admin-create", "name: - -> group-of-officers");
        AdministrationTest.await(server, "admin-delete", "name: group-of-officers -> -");
    }

    @Test
    @DisplayName("a file of settings appoints officers too, and brings roles along")
    void ofAFileOfSettings(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String file = "{\"ifResourceExists\":\"OVERWRITE\",\"users\":[{\"username\":\"imported-officer\","
                + "\"enabled\":false,\"realmRoles\":[\"security-officer\"]}],"
                + "\"roles\":{\"realm\":[{\"name\":\"imported-role\",\"composite\":true,"
                + "\"composites\":{\"realm\":[\"auditor\"]}}]}}";
        assertThat(admin.post("tessere/partialImport", file)).isEqualTo(200);
        assertThat(admin.post("tessere/partialImport", file)).as("once more").isEqualTo(200);
        admin.delete("tessere/roles/imported-role");

        awaitRole(server, "admin-create", entry -> path(entry).equals("users"));
        awaitRole(server, "admin-update", entry -> path(entry).equals("users"));
        AdministrationTest.await(server, "admin-create", "name: - -> imported-role", "composites: - -> [auditor]");
    }

    @Test
    @DisplayName("another provider who would say who somebody is, and what is made of its word")
    void ofAnIdentityProvider(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String place = "tessere/identity-provider/instances";
        String provider = "{\"alias\":\"provider-of-changes\",\"providerId\":\"oidc\",\"enabled\":false,\"config\":{"
                + "\"clientId\":\"x\",\"clientSecret\":\"nobody-reads-this\",\"authorizationUrl\":\"https://one.example/a\","
                + "\"tokenUrl\":\"https://one.example/t\"}}";
        assertThat(admin.post(place, provider)).isEqualTo(201);
        String mapper = "{\"name\":\"mapper-of-changes\",\"identityProviderAlias\":\"provider-of-changes\","
                + "\"identityProviderMapper\":\"hardcoded-attribute-idp-mapper\","
                + "\"config\":{\"attribute\":\"colour\",\"attribute.value\":\"red\"}}";
        assertThat(admin.post(place + "/provider-of-changes/mappers", mapper)).isEqualTo(201);
        admin.put(
                place + "/provider-of-changes",
                provider.replace("https://one.example/a", "https://two.example/a")
                        .replace("nobody-reads-this", "nor-this"));
        admin.delete(place + "/provider-of-changes");

        AdministrationTest.await(
                server,
                "admin-create",
                "alias: - -> provider-of-changes",
                "config.authorizationUrl: - -> https://one.example/a",
                "config.attribute.value: - -> red");
        AdministrationTest.await(
                server, "admin-update", "config.authorizationUrl: https://one.example/a -> https://two.example/a");
        AdministrationTest.await(
                server,
                "admin-delete",
                "alias: provider-of-changes -> -",
                "config.authorizationUrl: https://two.example/a -> -");
        assertThat(server.staff("auditor").open("log/export").body())
                .as("nothing that is secret")
                .doesNotContain("nobody-reads-this", "nor-this");
        assertThat(texts(server)).noneMatch(text -> text.contains("nobody-reads-this") || text.contains("nor-this"));
    }

    @Test
    @DisplayName("which properties accounts have, and which events Keycloak keeps besides")
    void ofTheProfileAndOfEvents(KeycloakServer server) {
        AdminDoor admin = server.admin();
        JsonNode profile = admin.get("tessere/users/profile");
        ObjectNode more = profile.deepCopy();
        more.withArray("attributes").addObject().put("name", "attributeofchanges");
        admin.put("tessere/users/profile", more.toString(), 200);
        admin.put("tessere/users/profile", profile.toString(), 200);
        admin.put("tessere/events/config", "{\"eventsExpiration\":4711}");
        admin.put("tessere/events/config", "{\"eventsExpiration\":0}");

        AdministrationTest.await(
                server,
                "admin-update",
                "attributes.attributeofchanges.name: - -> attributeofchanges",
                "attributes.attributeofchanges.name: attributeofchanges -> -");
        AdministrationTest.await(server, "admin-update", "eventsExpiration: - -> 4711", "eventsExpiration: 4711 -> 0");
    }

    private static String group(AdminDoor admin, String name) {
        assertThat(admin.post("tessere/groups", "{\"name\":\"" + name + "\"}")).isEqualTo(201);
        String id = admin.get("tessere/groups?search=" + name).get(0).path("id").asText();
        String role = admin.get("tessere/roles/" + OFFICER).toString();
        assertThat(admin.post("tessere/groups/" + id + "/role-mappings/realm", "[" + role + "]"))
                .isEqualTo(204);
        return id;
    }

    private static String user(AdminDoor admin, String json, String name) {
        assertThat(admin.post("tessere/users", json)).isEqualTo(201);
        return admin.get("tessere/users?username=" + name).get(0).path("id").asText();
    }

    private static void awaitRole(KeycloakServer server, String kind, Predicate<Entry> which) {
        StaffBrowser auditor = server.staff("auditor");
        Waiting.until(
                kind + " with the role",
                Duration.ofSeconds(20),
                () -> PublicLog.entries(auditor.open("log/export").body()).stream()
                        .anyMatch(entry -> entry.kind().equals(kind)
                                && which.test(entry)
                                && entry.values("role").equals(List.of(OFFICER))));
    }

    private static String path(Entry entry) {
        return entry.value("path").orElse("");
    }

    private static List<String> texts(KeycloakServer server) {
        return PublicLog.entries(server.staff("auditor").open("log/export").body()).stream()
                .map(Entry::text)
                .toList();
    }
}
