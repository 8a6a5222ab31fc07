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
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("What an administrator changes is an entry with the value before and after")
class AdministrationTest {
    private static final String ATTRIBUTE = "tessere.test-of-changes";

    @Test
    void ofARealm(KeycloakServer server) {
        AdminDoor admin = server.admin();
        admin.attribute("tessere", ATTRIBUTE, "first");
        admin.attribute("tessere", ATTRIBUTE, "second");
        admin.attribute("tessere", ATTRIBUTE, "");

        StaffBrowser auditor = server.staff("auditor");
        Waiting.until(
                "three entries", Duration.ofSeconds(20), () -> changes(auditor).size() == 3);
        assertThat(changes(auditor))
                .containsExactly(
                        "attributes." + ATTRIBUTE + ": - -> first",
                        "attributes." + ATTRIBUTE + ": first -> second",
                        "attributes." + ATTRIBUTE + ": second -> -");
    }

    @Test
    void ofSomebodysRoles(KeycloakServer server) {
        AdminDoor admin = server.admin();
        admin.post("tessere/users", "{\"username\":\"appointed\",\"enabled\":false}");
        String id =
                admin.get("tessere/users?username=appointed").get(0).path("id").asText();
        String role = admin.get("tessere/roles/security-officer").toString();

        assertThat(admin.post("tessere/users/" + id + "/role-mappings/realm", "[" + role + "]"))
                .isEqualTo(204);

        StaffBrowser auditor = server.staff("auditor");
        Waiting.until(
                "the entry",
                Duration.ofSeconds(20),
                () -> PublicLog.entries(auditor.open("log/export").body()).stream()
                        .anyMatch(entry -> entry.kind().equals("admin-create")
                                && entry.values("role").contains("security-officer")));
    }

    @Test
    void ofAStepOfASignIn(KeycloakServer server) {
        AdminDoor admin = server.admin();
        JsonNode step = admin.get("tessere/authentication/flows/tessere%20level%20eidas1/executions")
                .get(0);
        ObjectNode settings = (ObjectNode) admin.get("tessere/authentication/config/"
                + step.path("authenticationConfig").asText());
        String place = "tessere/authentication/config/" + settings.path("id").asText();
        ((ObjectNode) settings.path("config")).put("loa-max-age", "28799");
        admin.put(place, settings.toString());
        ((ObjectNode) settings.path("config")).put("loa-max-age", "28800");
        admin.put(place, settings.toString());

        await(server, "admin-update", "config.loa-max-age: 28800 -> 28799", "config.loa-max-age: 28799 -> 28800");
    }

    @Test
    void ofAKey(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String realm = admin.get("tessere").path("id").asText();
        String key = "{\"name\":\"key-of-changes\",\"providerId\":\"aes-generated\",\"parentId\":\"" + realm
                + "\",\"providerType\":\"org.keycloak.keys.KeyProvider\",\"config\":{\"priority\":[\"1\"]}}";
        assertThat(admin.post("tessere/components", key)).isEqualTo(201);
        ObjectNode made =
                (ObjectNode) admin.get("tessere/components?name=key-of-changes").get(0);
        ((ObjectNode) made.path("config")).putArray("priority").add("2");
        String place = "tessere/components/" + made.path("id").asText();
        admin.put(place, made.toString());
        admin.delete(place);

        await(server, "admin-create", "name: - -> key-of-changes", "config.priority: - -> [1]");
        await(server, "admin-update", "config.priority: [1] -> [2]");
        await(server, "admin-delete", "name: key-of-changes -> -");
        assertThat(server.staff("auditor").open("log/export").body())
                .as("nothing that is secret")
                .doesNotContain(made.path("config").path("secret").path(0).asText("no-secret"));
    }

    @Test
    void ofAClientScopeAndOfWhatItPutsIntoTokens(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String scope =
                "{\"name\":\"scope-of-changes\",\"protocol\":\"openid-connect\",\"description\":\"first\",\"attributes\":{}}";
        assertThat(admin.post("tessere/client-scopes", scope)).isEqualTo(201);
        ObjectNode made = (ObjectNode) java.util.stream.StreamSupport.stream(
                        admin.get("tessere/client-scopes").spliterator(), false)
                .filter(one -> one.path("name").asText().equals("scope-of-changes"))
                .findFirst()
                .orElseThrow();
        String place = "tessere/client-scopes/" + made.path("id").asText();
        admin.put(place, made.put("description", "second").toString());
        String mapper = "{\"name\":\"mapper-of-changes\",\"protocol\":\"openid-connect\",\"protocolMapper\":"
                + "\"oidc-hardcoded-claim-mapper\",\"config\":{\"claim.name\":\"colour\",\"claim.value\":\"red\"}}";
        assertThat(admin.post(place + "/protocol-mappers/models", mapper)).isEqualTo(201);
        ObjectNode mapped =
                (ObjectNode) admin.get(place + "/protocol-mappers/models").get(0);
        ((ObjectNode) mapped.path("config")).put("claim.value", "blue");
        admin.put(place + "/protocol-mappers/models/" + mapped.path("id").asText(), mapped.toString());
        admin.delete(place);

        await(server, "admin-create", "name: - -> scope-of-changes");
        await(server, "admin-update", "description: first -> second", "config.claim.value: red -> blue");
        await(server, "admin-delete", "name: scope-of-changes -> -");
    }

    @Test
    void ofACopiedFlowAndOfAStepThatIsMoved(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String flows = "tessere/authentication/flows/";
        assertThat(admin.post(flows + "browser/copy", "{\"newName\":\"copy of changes\"}"))
                .isEqualTo(201);
        JsonNode steps = admin.get(flows + "copy%20of%20changes/executions");
        List<JsonNode> top = java.util.stream.StreamSupport.stream(steps.spliterator(), false)
                .filter(step -> step.path("level").asInt() == 0)
                .toList();
        String second = top.get(1).path("id").asText();
        assertThat(admin.post("tessere/authentication/executions/" + second + "/raise-priority", ""))
                .isEqualTo(204);
        admin.delete(flows + top.get(0).path("flowId").asText(flowOf(admin)));

        await(server, "admin-create", "alias: - -> copy of changes", "steps: - -> " + names(top));
        List<JsonNode> moved = new java.util.ArrayList<>(top);
        java.util.Collections.swap(moved, 0, 1);
        await(server, "admin-update", "steps: " + names(top) + " -> " + names(moved));
    }

    private static String flowOf(AdminDoor admin) {
        return java.util.stream.StreamSupport.stream(
                        admin.get("tessere/authentication/flows").spliterator(), false)
                .filter(flow -> flow.path("alias").asText().equals("copy of changes"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** Steps that are flows have the copy's name in front of theirs, by which the list shows them. */
    private static String names(List<JsonNode> steps) {
        return String.join(
                ", ",
                steps.stream()
                        .map(step -> step.path("authenticationFlow").asBoolean()
                                ? step.path("displayName").asText()
                                : step.path("providerId").asText())
                        .toList());
    }

    @Test
    void ofANewServiceAndOfOneThatIsRemoved(KeycloakServer server) {
        AdminDoor admin = server.admin();
        String service = "{\"clientId\":\"service-of-changes\",\"secret\":\"nobody-reads-this\","
                + "\"redirectUris\":[\"https://service.example/back\"],\"attributes\":{\"pkce.code.challenge.method\":\"S256\"}}";
        assertThat(admin.post("tessere/clients", service)).isEqualTo(201);
        admin.delete("tessere/clients/"
                + admin.get("tessere/clients?clientId=service-of-changes")
                        .get(0)
                        .path("id")
                        .asText());

        await(
                server,
                "admin-create",
                "clientId: - -> service-of-changes",
                "redirectUris: - -> [https://service.example/back]",
                "attributes.pkce.code.challenge.method: - -> S256");
        await(
                server,
                "admin-delete",
                "clientId: service-of-changes -> -",
                "redirectUris: [https://service.example/back] -> -");
        assertThat(server.staff("auditor").open("log/export").body())
                .as("nothing that is secret")
                .doesNotContain(
                        "nobody-reads-this",
                        Base64.getEncoder()
                                .encodeToString("nobody-reads-this".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Of these Keycloak tells nobody: what holds is compared with what was known; rules at once, as they change. */
    @Test
    void ofTheRulesForServicesAndOfTexts(KeycloakServer server) {
        AdminDoor admin = server.admin();
        // what holds at the first look is no change
        await(server, "configuration", "policies.fapi-2: - -> there");
        String place = "tessere/client-policies/policies";
        JsonNode rules = admin.get(place);
        ObjectNode more = rules.deepCopy();
        more.withArray("policies").addObject().put("name", "policy-of-changes").put("enabled", false);
        admin.put(place, more.toString());
        assertThat(admin.post("tessere/localization/fr", "{\"text-of-changes\":\"Bonjour\"}"))
                .isEqualTo(204);
        await(
                server,
                "configuration",
                "policies.policy-of-changes: - -> there",
                "policies.policy-of-changes.enabled: - -> false",
                "fr.text-of-changes: - -> Bonjour");

        server.alerts().await("configuration", "client-policies");
        ObjectNode fewer = rules.deepCopy();
        fewer.withArray("policies").removeAll();
        admin.put(place, fewer.toString());
        admin.put(place, rules.toString());
        admin.delete("tessere/localization/fr/text-of-changes");
        await(
                server,
                "configuration",
                "policies.policy-of-changes: there -> -",
                "policies.policy-of-changes.enabled: false -> -",
                "policies.fapi-2.enabled: true -> -",
                "policies.fapi-2.enabled: - -> true",
                "fr.text-of-changes: Bonjour -> -");
    }

    /** In the log of the realm whose administrator made it, which no officer of this realm reads: the SIEM has it. */
    @Test
    void ofANewRealm(KeycloakServer server) {
        AdminDoor admin = server.admin();
        assertThat(admin.post("", "{\"realm\":\"realm-of-changes\",\"enabled\":true,\"sslRequired\":\"all\"}"))
                .isEqualTo(201);
        admin.delete("realm-of-changes");

        Waiting.until(
                "the entry of a new realm",
                Duration.ofSeconds(60),
                () -> server.siem().events().stream()
                        .map(event -> event.path("unmapped").path("change").toString())
                        .anyMatch(change -> change.contains("realm: - -> realm-of-changes")
                                && change.contains("sslRequired: - -> all")));
    }

    static void await(KeycloakServer server, String kind, String... changes) {
        StaffBrowser auditor = server.staff("auditor");
        Waiting.until(
                kind + " of " + List.of(changes),
                Duration.ofSeconds(20),
                () -> PublicLog.entries(auditor.open("log/export").body()).stream()
                        .filter(entry -> entry.kind().equals(kind))
                        .flatMap(entry -> entry.values("change").stream())
                        .toList()
                        .containsAll(List.of(changes)));
    }

    /** Nothing else was changed, and nothing else is said to be. */
    private static List<String> changes(StaffBrowser auditor) {
        return PublicLog.entries(auditor.open("log/export").body()).stream()
                .filter(entry -> entry.kind().equals("admin-update"))
                .map(AdministrationTest::change)
                .filter(change -> change.contains(ATTRIBUTE))
                .toList();
    }

    private static String change(Entry entry) {
        return String.join("; ", entry.values("change"));
    }
}
