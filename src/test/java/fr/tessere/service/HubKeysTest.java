package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.sun.net.httpserver.HttpServer;
import fr.tessere.server.ClientKeys;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A federation hub changes its keys, and answers are written to the new ones")
class HubKeysTest {
    /** What the hub publishes now. */
    private volatile String published = "{\"keys\":[]}";

    private String last = "";

    @Test
    void withoutTellingAnybody(KeycloakServer server) throws Exception {
        ProfiledService hub = server.others().profiled("hub-published");
        ClientKeys first = hub.keys().changed("first");
        ClientKeys second = hub.keys().changed("second");
        published = first.publicKeys();
        HttpServer door = publish(server.others().hubKeysAddress().getPort());
        try {
            String before = idToken(hub);
            assertThat(name(before)).isEqualTo("first");
            assertThat(first.open(before).getJWTClaimsSet().getSubject()).isNotBlank();

            published = second.publicKeys();
            Waiting.until("the new keys are fetched", Duration.ofMinutes(1), () -> {
                last = idToken(hub);
                return name(last).equals("second");
            });
            assertThat(second.open(last).getJWTClaimsSet().getSubject()).isNotBlank();
        } finally {
            door.stop(0);
        }
    }

    private static String idToken(ProfiledService hub) {
        Citizen citizen = new Citizen();
        String code = Citizen.codeOf(citizen.goTo(hub.address(hub.request(Map.of()))));
        return hub.redeem(code, Map.of()).member("id_token");
    }

    private static String name(String token) {
        try {
            return JWEObject.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private HttpServer publish(int port) throws IOException {
        HttpServer door = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        door.createContext("/keys", exchange -> {
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        door.start();
        return door;
    }
}
