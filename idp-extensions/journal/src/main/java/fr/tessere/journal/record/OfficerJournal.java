package fr.tessere.journal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.KeyedDigests.Kind;
import fr.tessere.journal.keys.Retention;
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

    /** What the log holds of an act as it is; the officer and the reason are named by digests. */
    private static final List<String> OPEN = List.of("step", "proposal", "area", "subject", "before", "after");

    private static final List<String> FACTS =
            List.of("step", "proposal", "area", "subject", "before", "after", "officer", "reason");
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
            FACTS.stream()
                    .filter(read::has)
                    .forEach(name -> facts.put(name, read.path(name).asText()));
        } catch (JsonProcessingException notOurs) {
            facts.put("subject", "unreadable");
        }
        return facts;
    }

    /** The entry of an act; whoever did it is named in it already. */
    static void write(Recorder entry, String resource, Map<String, String> facts) {
        OPEN.forEach(name -> entry.fact(name, facts.get(name)));
        entry.keyed(Kind.REASON, facts.get("reason"));
        entry.write("officer-" + EventEntry.word(resource.substring(RESOURCE.length())), Entry.DONE);
    }

    /**
     * A step of a change that needs two officers.
     *
     * @param word {@code proposed}, {@code urgent}, {@code confirmed}, {@code rejected}, {@code withdrawn}, {@code expired}, {@code overtaken}
     * @param proposal its id
     * @param area what it is about
     * @param subject which one
     * @param before value before
     * @param after value that is wanted
     * @param officer id of the account, or {@code system} where a time was over
     * @param reason in the officer's words, or empty
     */
    public record Step(
            String word,
            String proposal,
            String area,
            String subject,
            String before,
            String after,
            String officer,
            String reason) {}

    /** A change was proposed, confirmed, or ended otherwise. */
    public void decided(Step step) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("step", step.word());
        facts.put("proposal", step.proposal());
        facts.put("area", step.area());
        facts.put("subject", step.subject());
        facts.put("before", step.before());
        facts.put("after", step.after());
        facts.put("officer", step.officer());
        facts.put("reason", step.reason());
        tell("proposal", facts);
    }

    /** An officer changed something: facts and digests, no personal data. */
    public void acted(String area, String subject, String before, String after, String officer, String reason) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("subject", subject);
        facts.put("before", before);
        facts.put("after", after);
        facts.put("officer", officer);
        facts.put("reason", reason);
        tell(area, facts);
    }

    private void tell(String area, Map<String, String> facts) {
        RealmModel realm = session.getContext().getRealm();
        UserModel user = session.users().getUserById(realm, facts.getOrDefault("officer", ""));
        ClientModel client = realm.getClientByClientId(CLIENT);
        if (user == null || client == null) {
            // nobody did it: a time was over
            Recorder entry = new Recorder(
                    session,
                    realm.getId(),
                    Retention.STAFF,
                    JournalEquipment.of(session).clock().instant());
            write(entry, "TESSERE_" + area, facts);
            return;
        }
        new AdminEventBuilder(
                        realm,
                        new AdminAuth(realm, new AccessToken(), user, client),
                        session,
                        session.getContext().getConnection())
                .operation(OperationType.ACTION)
                .resource(RESOURCE + area.toUpperCase(java.util.Locale.ROOT))
                .resourcePath(
                        "tessere", area, facts.getOrDefault("subject", "-").replace(' ', '/'))
                .representation(facts)
                .success();
    }
}
