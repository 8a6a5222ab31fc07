package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Keycloak's administration interface: tests read and change settings, appoint officers, and have a realm send an e-mail. */
public final class AdminDoor {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String name;
    private final String password;

    AdminDoor(URI server, String name, String password) {
        this.server = server;
        this.name = name;
        this.password = password;
    }

    /** What stands below {@code /admin/realms}, for example {@code tessere/clients}. */
    public JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + path))
                .header("Authorization", "Bearer " + token())
                .build()));
    }

    /** Has this realm send its test e-mail to this port of this machine, for a reader of this language. */
    public void sendTestMail(String realm, int port, String language) {
        JsonNode administrator = get("master/users?username=" + name).get(0);
        put("master/users/" + administrator.path("id").asText(), "{\"email\":\"admin@example.org\"}");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server + "/admin/realms/" + realm + "/testSMTPConnection"))
                .header("Authorization", "Bearer " + token())
                .header("Accept-Language", language)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"host\":\"127.0.0.1\",\"port\":\"" + port
                        + "\",\"from\":\"server@example.org\",\"auth\":\"\",\"ssl\":\"\",\"starttls\":\"\"}"))
                .build();
        send(request, 204);
    }

    /** Makes something; the status of the answer. */
    public int post(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Gives this realm role to the account with this number. */
    public void appoint(String realm, String account, String role) {
        String id = get(realm + "/users?exact=true&username=" + account)
                .get(0)
                .path("id")
                .asText();
        int status = post(realm + "/users/" + id + "/role-mappings/realm", "[" + get(realm + "/roles/" + role) + "]");
        if (status != 204) {
            throw new AssertionError("the role was not given: " + status);
        }
    }

    /** What the server says about itself. */
    public JsonNode serverInfo() {
        return json(send(HttpRequest.newBuilder(URI.create(server + "/admin/serverinfo"))
                .header("Authorization", "Bearer " + token())
                .build()));
    }

    /** Sets an attribute of a realm, or removes it if the value is empty. */
    public void attribute(String realm, String name, String value) {
        ObjectNode attributes = (ObjectNode) get(realm).path("attributes");
        attributes.put(name, value);
        if (value.isEmpty()) {
            attributes.remove(name);
        }
        put(
                realm,
                JSON.createObjectNode()
                        .put("realm", realm)
                        .set("attributes", attributes)
                        .toString());
    }

    /** Sets for how many seconds a level holds in a session, in its flow of this realm; answers for how many it did. */
    public int holdLevel(String realm, String level, int seconds) {
        String flow = realm + "/authentication/flows/tessere%20level%20" + level + "/executions";
        String id = get(flow).findValue("authenticationConfig").asText();
        String path = realm + "/authentication/config/" + id;
        ObjectNode settings = (ObjectNode) get(path);
        int before = settings.path("config").path("loa-max-age").asInt();
        ((ObjectNode) settings.path("config")).put("loa-max-age", String.valueOf(seconds));
        put(path, settings.toString());
        return before;
    }

    /** Takes something away. */
    public void delete(String path) {
        send(
                HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + path))
                        .header("Authorization", "Bearer " + token())
                        .DELETE()
                        .build(),
                204);
    }

    /** As if the link of the message had confirmed this address of an account. */
    public void confirmed(String account, String address) {
        put("tessere/users/" + account, "{\"email\":\"" + address + "\",\"emailVerified\":true}");
    }

    /** Replaces something. */
    public void put(String path, String json) {
        put(path, json, 204);
    }

    /** The same where the answer is another. */
    public void put(String path, String json, int expected) {
        send(
                HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build(),
                expected);
    }

    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=" + name + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return json(send(request)).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, 200);
    }

    private HttpResponse<String> send(HttpRequest request, int expected) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new AssertionError(request.uri().getPath() + " answered " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
