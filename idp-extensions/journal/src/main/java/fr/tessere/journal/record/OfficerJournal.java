package fr.tessere.journal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Tells Keycloak's administration events about the acts of officers. */
public final class OfficerJournal {
    /** Beginning of the resource types that are ours. */
    static final String RESOURCE = "TESSERE_";
    /** The client whose pages officers use. */
    static final String CLIENT = "tessere-officer";

    private static final List<String> FACTS = List.of("subject", "before", "after", "officer", "reason");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final KeycloakSession session;

    public OfficerJournal(KeycloakSession session) {
        this.session = session;
    }

    /** What an act says of itself. */
    static Map<String, String> facts(String representation) {
        Map<String, String> facts = new LinkedHashMap<>();
        try {
            JsonNode read = MAPPER.readTree(representation);
            FACTS.forEach(name -> facts.put(name, read.path(name).asText()));
        } catch (JsonProcessingException notOurs) {
            facts.put("subject", "unreadable");
        }
        return facts;
    }

    /** An officer changed something: facts and digests, no personal data. */
    public void acted(String area, String subject, String before, String after, String officer, String reason) {
        RealmModel realm = session.getContext().getRealm();
        UserModel user = session.users().getUserById(realm, officer);
        ClientModel client = realm.getClientByClientId(CLIENT);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("subject", subject);
        facts.put("before", before);
        facts.put("after", after);
        facts.put("officer", officer);
        facts.put("reason", reason);
        new AdminEventBuilder(
                        realm,
                        new AdminAuth(realm, new AccessToken(), user, client),
                        session,
                        session.getContext().getConnection())
                .operation(OperationType.ACTION)
                .resource(RESOURCE + area.toUpperCase(java.util.Locale.ROOT))
                .resourcePath("tessere", area, subject.replace(' ', '/'))
                .representation(facts)
                .success();
    }
}
