package fr.tessere.server;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A P-256 key with a certificate of one day, for this machine.
 *
 * @param pair the key
 * @param certificate what says whose it is
 */
record TransportKey(KeyPair pair, X509Certificate certificate) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An authority that certifies itself. */
    static TransportKey authority(String subject) {
        KeyPair pair = newPair();
        X500Principal name = new X500Principal(subject);
        return new TransportKey(pair, certificate(name, pair, name, pair, true));
    }

    /** Certified by this one. */
    TransportKey issue(String subject) {
        KeyPair fresh = newPair();
        return new TransportKey(
                fresh,
                certificate(new X500Principal(subject), fresh, certificate.getSubjectX500Principal(), pair, false));
    }

    String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String privatePem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            X500Principal subject, KeyPair pair, X500Principal issuer, KeyPair issuerPair, boolean isAuthority) {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, RANDOM),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(1, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        try {
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (!isAuthority) {
                GeneralName machine = new GeneralName(GeneralName.dNSName, "localhost");
                draft.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(machine));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerPair.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "TransportKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
