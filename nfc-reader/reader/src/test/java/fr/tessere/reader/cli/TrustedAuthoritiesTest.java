package fr.tessere.reader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whom the reader trusts stands in a list of this computer, which needs no Java to be made")
class TrustedAuthoritiesTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;
    private String own = "";
    private String other = "";

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        own = certificate("own");
        other = certificate("other");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity("own")));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServerWhoseAuthorityStandsInIt() throws IOException, GeneralSecurityException, InterruptedException {
        assertThat(statusWith(other + own)).isEqualTo(204);
    }

    @Test
    void noOtherServer() {
        assertThatThrownBy(() -> statusWith(other)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> statusWith("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrustedAuthorities.in(folder.resolve("nowhere")))
                .isInstanceOf(IOException.class);
    }

    private int statusWith(String list) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = Files.writeString(folder.resolve("list.crt"), list);
        HttpClient client =
                HttpClient.newBuilder().sslContext(TrustedAuthorities.in(file)).build();
        URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Makes a key whose certificate vouches for itself; the certificate in PEM. */
    private String certificate(String name) throws IOException, InterruptedException {
        keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=dns:localhost");
        Path file = folder.resolve(name + ".crt");
        keytool(name, "-exportcert", "-rfc", "-file", file.toString());
        return Files.readString(file);
    }

    private void keytool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", name, "-keystore", store(name).toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private SSLContext identity(String name) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store(name))) {
            keys.load(content, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private Path store(String name) {
        return folder.resolve(name + ".p12");
    }
}
