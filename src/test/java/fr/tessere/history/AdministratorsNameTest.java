package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.server.AdminDoor;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("What Keycloak makes no event of has an entry that says who did it, where a request did")
class AdministratorsNameTest {
    @Test
    @DisplayName("whoever changed the rules for services stands in the entry, as in those of other acts of that day")
    void whoChangedTheRulesForServices(KeycloakServer server) {
        AdminDoor admin = server.admin();
        AdministrationTest.await(server, "configuration", "policies.fapi-2: - -> there");
        JsonNode rules = admin.get("tessere/client-policies/policies");
        ObjectNode more = rules.deepCopy();
        more.withArray("policies").addObject().put("name", "policy-of-somebody").put("enabled", false);
        admin.attribute("tessere", "somebody.of.changes", "was here");
        admin.put("tessere/client-policies/policies", more.toString());
        admin.put("tessere/client-policies/policies", rules.toString());
        admin.attribute("tessere", "somebody.of.changes", "");

        AdministrationTest.await(server, "configuration", "policies.policy-of-somebody: there -> -");
        AdministrationTest.await(server, "admin-update", "attributes.somebody.of.changes: was here -> -");
        assertThat(who(server, "policies.policy-of-somebody: - -> there"))
                .isEqualTo(who(server, "attributes.somebody.of.changes: - -> was here"));
    }

    private static String who(KeycloakServer server, String change) {
        return PublicLog.entries(server.staff("auditor").open("log/export").body()).stream()
                .filter(entry -> entry.values("change").contains(change))
                .findFirst()
                .orElseThrow()
                .value("person")
                .orElseThrow();
    }
}
