package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.Ports;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A stranger puts the guide's reverse proxy in front of an application that knows no OpenID Connect")
class ReverseProxyTest {
    private static final String SURROUNDINGS = """
            daemon off;
            master_process off;
            pid nginx.pid;
            events {}
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxied;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include proxy.conf;
            }
            """;

    @Test
    void theApplicationHearsWhoCame(KeycloakServer server) throws IOException, InterruptedException {
        Stranger.require("no PHP on this machine: the guide's reverse proxy is not tried", "php", "-v");
        Stranger.require("no nginx on this machine: the guide's reverse proxy is not tried", "nginx", "-v");
        Path folder = Folders.target().resolve("strangers/proxy");
        URI door = URI.create("http://127.0.0.1:" + Ports.free());
        HttpServer application = application();
        copy(folder, server, door, application);

        try (ChildProcess php = ChildProcess.start(
                        List.of(
                                "php",
                                "-S",
                                door.getAuthority(),
                                folder.resolve("service.php").toString()),
                        Map.of(),
                        folder.resolve("php.log"));
                ChildProcess nginx = ChildProcess.start(
                        List.of("nginx", "-e", "stderr", "-p", folder.toString(), "-c", "nginx.conf"),
                        Map.of(),
                        folder.resolve("nginx.log"))) {
            Stranger.awaitListening(php, door);
            Page home = Stranger.signsIn(server, nginx);

            assertThat(home.body()).matches("[A-Za-z0-9_-]{20,} " + Stranger.LEVEL);
            assertThat(stranger(server, "/").headers().firstValue("Location"))
                    .as("whoever says so herself is sent to sign in")
                    .hasValueSatisfying(address -> assertThat(address).startsWith(server.issuer() + "/"));
            assertThat(stranger(server, "/signed-in").statusCode()).isEqualTo(404);
        } finally {
            application.stop(0);
        }
    }

    /** The guide's two files with the stranger's addresses, and the key. */
    private static void copy(Path folder, KeycloakServer server, URI door, HttpServer application) throws IOException {
        Map<String, String> values = new HashMap<>(Stranger.values(server));
        Guide.copy("service.php", folder, values);
        Files.writeString(folder.resolve("key.json"), server.others().strangerKey());
        values.put("127[.]0[.]0[.]1:8080", server.others().strangerAddress().getAuthority());
        values.put("127[.]0[.]0[.]1:8081", door.getAuthority());
        values.put(
                "127[.]0[.]0[.]1:8082", "127.0.0.1:" + application.getAddress().getPort());
        Guide.copy("proxy.conf", folder, values);
        Files.writeString(folder.resolve("nginx.conf"), SURROUNDINGS);
    }

    /** Somebody without a session who sets the headers herself. */
    private static HttpResponse<String> stranger(KeycloakServer server, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        server.others().strangerAddress().resolve(path))
                .header("Service-Subject", "somebody")
                .header("Service-Level", "eidas3")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** Says what the proxy told it. */
    private static HttpServer application() throws IOException {
        HttpServer application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            String heard = exchange.getRequestHeaders().getFirst("Service-Subject") + " "
                    + exchange.getRequestHeaders().getFirst("Service-Level");
            byte[] bytes = heard.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        application.start();
        return application;
    }
}
