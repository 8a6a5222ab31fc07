package fr.tessere.operations.stream;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Whoever issues certificates for connections; all of them have the same name, and each its own key. */
final class TlsAuthority {
    static final char[] PASSWORD = "of-a-test".toCharArray();
    private static final String NAME = "CN=Specimen authority for connections";

    private final KeyPair key = key();
    private final X509Certificate certificate;

    TlsAuthority() throws Exception {
        certificate = certificate(NAME, key, "", Instant.now().minusSeconds(3_600), Duration.ofDays(1));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The authority's certificate as an operator keeps it. */
    Path pem(Path file) throws IOException, GeneralSecurityException {
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** Key and certificate of this host, valid from an hour ago for so long. */
    KeyStore issue(String host, Duration life) throws Exception {
        KeyPair own = key();
        X509Certificate issued =
                certificate("CN=" + host, own, host, Instant.now().minusSeconds(3_600), life);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", own.getPrivate(), PASSWORD, new X509Certificate[] {issued, certificate});
        return store;
    }

    private X509Certificate certificate(String name, KeyPair of, String host, Instant from, Duration life)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(NAME),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(from),
                Date.from(from.plus(life)),
                new X500Name(name),
                of.getPublic());
        if (host.isEmpty()) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    }

    private static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
