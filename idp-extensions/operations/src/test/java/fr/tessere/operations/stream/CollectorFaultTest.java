package fr.tessere.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.operations.stream.SyslogMessage.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "RFC 5425: a collector that cannot be relied on, or does not rely on us, is named; nothing is handed to it")
class CollectorFaultTest {
    private static final Duration LIFE = Duration.ofDays(1);

    @TempDir
    Path folder = Path.of(".");

    private final TlsAuthority authority = new TlsAuthority();

    CollectorFaultTest() throws Exception {}

    @Test
    void whoIsRightTakesAll() throws Exception {
        try (ListeningCollector siem = new ListeningCollector(listening(authority.issue("localhost", LIFE), false))) {
            receiver(siem.port(), Optional.empty()).take(messages(3));
            assertThat(siem.messages()).hasSize(3);
        }
    }

    @Test
    void ofAnotherHost() throws Exception {
        refused(listening(authority.issue("siem.example", LIFE), false), Optional.empty(), CollectorFault.OTHER_HOST);
    }

    @Test
    void ofAnAuthorityThatNobodyTrusts() throws Exception {
        refused(
                listening(new TlsAuthority().issue("localhost", LIFE), false),
                Optional.empty(),
                CollectorFault.UNTRUSTED);
    }

    @Test
    void whoseCertificateIsOver() throws Exception {
        refused(
                listening(authority.issue("localhost", Duration.ofMinutes(30)), false),
                Optional.empty(),
                CollectorFault.EXPIRED);
    }

    @Test
    void whoAsksForACertificateAndGetsNone() throws Exception {
        refused(listening(authority.issue("localhost", LIFE), true), Optional.empty(), CollectorFault.REFUSES_US);
    }

    /** Of an authority of the same name, so that it is sent at all; many messages, so that the refusal crosses them. */
    @ParameterizedTest(name = "in front of {0} messages")
    @ValueSource(ints = {1, 500})
    void whoDoesNotTakeOurCertificate(int messages) throws Exception {
        try (ListeningCollector siem = new ListeningCollector(listening(authority.issue("localhost", LIFE), true))) {
            Receiver receiver = receiver(siem.port(), Optional.of(new TlsAuthority()));
            IOException failed = catchThrowableOfType(IOException.class, () -> receiver.take(messages(messages)));
            assertThat(receiver.why(failed)).isEqualTo(CollectorFault.REFUSES_US);
            assertThat(siem.messages()).isEmpty();
        }
    }

    @Test
    void whoTakesOurCertificateTakesAll() throws Exception {
        try (ListeningCollector siem = new ListeningCollector(listening(authority.issue("localhost", LIFE), true))) {
            receiver(siem.port(), Optional.of(authority)).take(messages(500));
            assertThat(siem.messages()).hasSize(500);
        }
    }

    @Test
    void whoSpeaksNoTls() throws Exception {
        ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread answering = new Thread(() -> {
            while (!plain.isClosed()) {
                try (java.net.Socket one = plain.accept()) {
                    OutputStream out = one.getOutputStream();
                    out.write("220 mail.example ready\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    out.flush();
                    one.getInputStream().readAllBytes();
                } catch (IOException ended) {
                    // that connection, or the socket
                }
            }
        });
        answering.setDaemon(true);
        answering.start();
        try (plain) {
            Receiver receiver = receiver(plain.getLocalPort(), Optional.empty());
            IOException failed = catchThrowableOfType(IOException.class, () -> receiver.take(messages(1)));
            assertThat(receiver.why(failed)).isEqualTo(CollectorFault.NO_TLS);
        }
    }

    @Test
    void whoIsAway() throws Exception {
        ServerSocket closed = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        closed.close();
        Receiver receiver = receiver(closed.getLocalPort(), Optional.empty());
        IOException failed = catchThrowableOfType(IOException.class, () -> receiver.take(messages(1)));
        assertThat(receiver.why(failed)).isEqualTo(CollectorFault.AWAY);
    }

    private void refused(ServerSocket socket, Optional<TlsAuthority> ours, CollectorFault fault) throws Exception {
        try (ListeningCollector siem = new ListeningCollector(socket)) {
            Receiver receiver = receiver(siem.port(), ours);
            IOException failed = catchThrowableOfType(IOException.class, () -> receiver.take(messages(1)));
            assertThat(receiver.why(failed)).isEqualTo(fault);
            assertThat(siem.messages()).isEmpty();
        }
    }

    private Receiver receiver(int port, Optional<TlsAuthority> ours) throws Exception {
        Optional<Collector.Identity> identity = Optional.empty();
        if (ours.isPresent()) {
            Path file = folder.resolve("own.p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                ours.get().issue("tessere.example", LIFE).store(out, TlsAuthority.PASSWORD);
            }
            Path password = Files.writeString(folder.resolve("own-password"), new String(TlsAuthority.PASSWORD));
            identity = Optional.of(new Collector.Identity(file, password));
        }
        return new Collector(
                        URI.create("tls://localhost:" + port),
                        Optional.of(authority.pem(folder.resolve("authorities.pem"))),
                        identity)
                .receiver();
    }

    /** Trusts the authority; asks for a certificate of those who connect, or for none. */
    private ServerSocket listening(KeyStore own, boolean asks) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, TlsAuthority.PASSWORD);
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("localhost"));
        socket.setNeedClientAuth(asks);
        return socket;
    }

    private static List<SyslogMessage> messages(int count) {
        return Collections.nCopies(
                count, new SyslogMessage(Severity.NOTICE, Instant.EPOCH, "host", "login", "x".repeat(400)));
    }
}
