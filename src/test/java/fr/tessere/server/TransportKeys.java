package fr.tessere.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS in this run: two authorities that the server trusts, its own certificate, and certificates of services that prove
 * themselves by one (RFC 8705).
 */
public final class TransportKeys {
    /** Subject of the authority that issues the services' certificates. */
    static final String AUTHORITY = "CN=Authority for services,O=Tessere tests,C=FR";

    private static final String OTHER = "CN=Another authority,O=Tessere tests,C=FR";

    private final TransportKey authority = TransportKey.authority(AUTHORITY);
    private final TransportKey other = TransportKey.authority(OTHER);
    private final TransportKey server = authority.issue(subject("localhost"));

    /** Subject of a service's certificate. */
    static String subject(String service) {
        return "CN=" + service + ",O=Tessere tests,C=FR";
    }

    /** Writes what the server needs; the settings by which it finds that, as its environment. */
    Map<String, String> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String trusted = authority.certificatePem() + other.certificatePem();
        Path authorities = Files.writeString(folder.resolve("authorities.pem"), trusted);
        Path certificate = Files.writeString(folder.resolve("server.pem"), server.certificatePem());
        Path key = Files.writeString(folder.resolve("server-key.pem"), server.privatePem());
        return Map.of(
                "KC_HTTPS_CERTIFICATE_FILE", certificate.toString(),
                "KC_HTTPS_CERTIFICATE_KEY_FILE", key.toString(),
                "KC_TRUSTSTORE_PATHS", authorities.toString());
    }

    /** A certificate of this service, by the authority that its registration names. */
    public Certificate of(String service) {
        return new Certificate(authority.issue(subject(service)));
    }

    /** A certificate with the name of this service, by another authority that the server trusts as well. */
    public Certificate byAnotherAuthority(String service) {
        return new Certificate(other.issue(subject(service)));
    }

    /** Speaks TLS without a certificate. */
    public HttpClient withoutCertificate() {
        return client(Optional.empty());
    }

    private HttpClient client(Optional<KeyManager[]> own) {
        try {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.orElse(null), trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate with its key, in the hands of whoever may use it. */
    public final class Certificate {
        private final TransportKey key;

        private Certificate(TransportKey key) {
            this.key = key;
        }

        /** Speaks TLS with it. */
        public HttpClient client() {
            try {
                KeyStore own = KeyStore.getInstance("PKCS12");
                own.load(null, null);
                own.setKeyEntry("own", key.pair().getPrivate(), new char[0], new X509Certificate[] {key.certificate()});
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(own, new char[0]);
                return TransportKeys.this.client(Optional.of(keys.getKeyManagers()));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The confirmation {@code x5t#S256} of tokens that are bound to it (RFC 8705 §3.1). */
        public String thumbprint() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(key.certificate().getEncoded());
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "Certificate[" + key.certificate().getSubjectX500Principal() + "]";
        }
    }
}
