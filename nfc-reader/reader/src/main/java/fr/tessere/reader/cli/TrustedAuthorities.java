package fr.tessere.reader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom this computer trusts for TLS, as its administrator keeps it: one file of certificates in PEM (RFC 7468), as Debian's
 * {@code ca-certificates} writes it. Debian makes Java's own form of that list only where a Java is installed, which a
 * citizen's computer has no need for.
 */
final class TrustedAuthorities {
    /** Names the file; without it Java's own list counts. */
    static final String PROPERTY = "tessere.authorities";

    private TrustedAuthorities() {}

    /** TLS that trusts the authorities in this file and no others; refuses a file without a certificate. */
    static SSLContext in(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream bundle = Files.newInputStream(file)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(bundle)) {
                store.setCertificateEntry("authority-" + store.size(), one);
            }
        }
        if (store.size() == 0) {
            throw new IOException("no certificate in the list of trusted authorities");
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
