package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.server.AdminDoor;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Tokens;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Somebody to whom an administrator did something is named by the digest of a day, as everybody is")
class AdministeredPeopleTest {
    @Test
    void noEntryHoldsAnAccountOrASessionOrABareDigest(KeycloakServer server) throws Exception {
        AdminDoor admin = server.admin();
        Tokens tokens = SignedIn.tokens(server);
        String session = tokens.claims().path("sid").asText();
        String account = accountOf(admin, session);
        admin.post("tessere/users", "{\"username\":\"administered\",\"enabled\":false}");
        String made = admin.get("tessere/users?username=administered")
                .get(0)
                .path("id")
                .asText();
        List<String> hidden = traces(admin);
        assertThat(hidden).contains(account, made, session);

        administer(admin, account, made, session);

        List<Entry> all = entriesUntil(server, "admin-delete user users", "admin-delete user-session sessions");
        assertThat(String.join("", all.stream().map(Entry::text).toList())).doesNotContain(hidden);
        List<Entry> ofPeople = all.stream()
                .filter(entry -> entry.value("subject").orElse("").startsWith("person "))
                .toList();
        assertThat(ofPeople).extracting(AdministeredPeopleTest::place).contains("admin-create user users");
        assertThat(ofPeople)
                .allSatisfy(entry -> assertThat(entry.values("value"))
                        .as("of what was sent about somebody not even a digest stays")
                        .isEmpty());
        Entry token = all.stream()
                .filter(entry ->
                        entry.id().text().equals(tokens.claims().path("txn").asText()))
                .findFirst()
                .orElseThrow();
        areOfTheSameDay(token, all, ofPeople);
    }

    private static void administer(AdminDoor admin, String account, String made, String session) {
        admin.put("tessere/users/" + account, "{\"enabled\":true}");
        String role = admin.get("tessere/roles/security-officer").toString();
        admin.post("tessere/users/" + made + "/role-mappings/realm", "[" + role + "]");
        admin.delete("tessere/sessions/" + session);
        assertThat(admin.post("tessere/users/" + account + "/logout", "")).isEqualTo(204);
        admin.delete("tessere/users/" + made);
    }

    /** Whoever may join what a person did on one day finds what was done to the account and the session as well. */
    private static void areOfTheSameDay(Entry token, List<Entry> all, List<Entry> ofPeople) {
        assertThat(ofPeople)
                .filteredOn(entry ->
                        entry.value("subject").equals(token.value("person").map("person "::concat)))
                .as("the digest of the person's own entries of this day")
                .extracting(AdministeredPeopleTest::place)
                .contains("admin-update user users", "admin-action user users/logout");
        assertThat(all)
                .filteredOn(entry -> place(entry).equals("admin-delete user-session sessions"))
                .extracting(entry -> entry.value("session"))
                .contains(token.value("session"));
    }

    /** All entries, once these acts are among them. */
    private static List<Entry> entriesUntil(KeycloakServer server, String... places) {
        StaffBrowser auditor = server.staff("auditor");
        List<Entry> entries = new ArrayList<>();
        Waiting.until("the entries of what was done", Duration.ofSeconds(60), () -> {
            entries.clear();
            entries.addAll(PublicLog.entries(auditor.open("log/export").body()));
            return entries.stream().map(AdministeredPeopleTest::place).toList().containsAll(List.of(places));
        });
        return entries;
    }

    private static String place(Entry entry) {
        return entry.kind() + " " + entry.value("resource").orElse("-") + " "
                + entry.value("path").orElse("-");
    }

    private static String accountOf(AdminDoor admin, String session) {
        for (JsonNode user : admin.get("tessere/users?max=1000")) {
            String id = user.path("id").asText();
            for (JsonNode one : admin.get("tessere/users/" + id + "/sessions")) {
                if (one.path("id").asText().equals(session)) {
                    return id;
                }
            }
        }
        throw new AssertionError("nobody has the session");
    }

    /** Ids of all accounts, digests of them that need no key, and ids of their sessions. */
    private static List<String> traces(AdminDoor admin) throws GeneralSecurityException {
        List<String> traces = new ArrayList<>();
        for (JsonNode user : admin.get("tessere/users?max=1000")) {
            String id = user.path("id").asText();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            traces.add(id);
            traces.add(base64.encodeToString(digest));
            traces.add(base64.encodeToString(Arrays.copyOf(digest, 16)));
            traces.add(HexFormat.of().formatHex(digest, 0, 16));
            admin.get("tessere/users/" + id + "/sessions")
                    .forEach(one -> traces.add(one.path("id").asText()));
        }
        return traces;
    }
}
