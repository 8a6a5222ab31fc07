package fr.tessere.operations.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where syslog messages go, as an operator writes it.
 *
 * @param address {@code tls://host:port}, or {@code tcp://host:port} where the host is this machine
 * @param authorities file with certificates (PEM) that vouch for the collector; the JDK's own if there is none
 * @param identity keystore (PKCS#12) that this server shows to the collector, and the file with its password
 */
public record Collector(URI address, Optional<Path> authorities, Optional<Identity> identity) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * A keystore.
     *
     * @param file PKCS#12
     * @param passwordFile file with its password
     */
    public record Identity(Path file, Path passwordFile) {}

    public Collector {
        boolean secure = "tls".equals(address.getScheme());
        boolean here = "tcp".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
        boolean bare = String.valueOf(address.getRawPath()).isEmpty() && address.getRawQuery() == null;
        if (!secure && !here || address.getHost() == null || address.getPort() < 1 || !bare) {
            throw new IllegalArgumentException("tls://host:port is expected, or tcp:// on this machine");
        }
    }

    /** Ready to take messages. */
    Receiver receiver() {
        Optional<SSLSocketFactory> secure =
                address.getScheme().equals("tls") ? Optional.of(context().getSocketFactory()) : Optional.empty();
        return new Receiver(address.getHost().replaceAll("[\\[\\]]", ""), address.getPort(), secure);
    }

    /** Throws an {@link IllegalArgumentException} if the files are not what they should be. */
    public Collector checked() {
        receiver();
        return this;
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted(), null);
            return context;
        } catch (IOException | GeneralSecurityException wrong) {
            throw new IllegalArgumentException("certificates or keystore of the connection cannot be used: "
                    + wrong.getClass().getSimpleName());
        }
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (identity.isEmpty()) {
            return null;
        }
        char[] password = Files.readString(identity.get().passwordFile(), StandardCharsets.UTF_8)
                .strip()
                .toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(identity.get().file())) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys.getKeyManagers();
    }

    private TrustManager @Nullable [] trusted() throws IOException, GeneralSecurityException {
        if (authorities.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate one : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(authorities.get())))) {
            store.setCertificateEntry("authority " + store.size(), one);
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException("no certificate");
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        return trusted.getTrustManagers();
    }
}
