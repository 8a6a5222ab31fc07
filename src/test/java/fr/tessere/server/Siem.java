package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Who collects the server's log by syslog over TLS. It may be away for a while; what it read it keeps. */
public final class Siem implements AutoCloseable {
    private final SSLContext context;
    private final X509Certificate certificate;
    private final StringBuffer text = new StringBuffer();
    private final int port;
    private volatile ServerSocket listening;

    private Siem(SSLContext context, X509Certificate certificate) throws IOException {
        this.context = context;
        this.certificate = certificate;
        listening = listen(0);
        port = listening.getLocalPort();
    }

    static Siem start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = certificate(pair);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("siem", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new Siem(context, certificate);
    }

    /** What a server is told of it; the file makes the server trust it. */
    Map<String, String> settings(Path file) throws IOException, GeneralSecurityException {
        return Map.of(
                "TESSERE_SIEM_ADDRESS",
                URI.create("tls://localhost:" + port).toString(),
                "TESSERE_SIEM_AUTHORITIES",
                authority(file).toString());
    }

    private Path authority(Path file) throws IOException, GeneralSecurityException {
        String encoded = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }

    /** All that connections brought that ended in order. */
    public String text() {
        return text.toString();
    }

    /** The events of all messages, in the order in which they came: each behind the number of its octets (RFC 6587 §3.4.1). */
    public List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        String all = text();
        for (int at = 0; at < all.length(); ) {
            int space = all.indexOf(' ', at);
            int end = space + 1 + Integer.parseInt(all.substring(at, space));
            String message = all.substring(space + 1, end);
            try {
                events.add(JsonMapper.builder().build().readTree(message.substring(message.indexOf('{'))));
            } catch (IOException noJson) {
                throw new AssertionError(message, noJson);
            }
            at = end;
        }
        return events;
    }

    /** Nobody listens any more. */
    public void goAway() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Somebody listens again, at the same address. */
    public void comeBack() {
        try {
            listening = listen(port);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket socket = context.getServerSocketFactory().createServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName("localhost"), at));
        Thread reading = new Thread(() -> read(socket), "siem");
        reading.setDaemon(true);
        reading.start();
        return socket;
    }

    private void read(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept();
                    OutputStream out = one.getOutputStream()) {
                text.append(new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException ended) {
                // that connection, or the socket
            }
        }
    }

    private static X509Certificate certificate(KeyPair pair) throws GeneralSecurityException, IOException {
        X500Name name = new X500Name("CN=siem");
        Instant now = Instant.now();
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(now.minusSeconds(3_600)),
                                    Date.from(now.plusSeconds(86_400)),
                                    name,
                                    pair.getPublic())
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (OperatorCreationException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    @Override
    public void close() {
        goAway();
    }
}
