package fr.tessere.tools.stamp;

import fr.tessere.tools.stamp.InvalidStampException.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampToken;

/** Reads time stamps, and relies on none but those that trusted authorities vouch for. Their revocation is not asked about. */
public final class StampReader {
    /** Largest token, bytes: a signature and a few certificates. */
    static final int LARGEST = 32_768;

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final Set<X509Certificate> trusted;

    private StampReader(Collection<X509Certificate> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /** Trusting these certificates (PEM): of the authority itself, or of whoever issued its own. */
    public static StampReader trusting(byte[] pem) {
        try {
            List<X509Certificate> all = new ArrayList<>();
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                all.add((X509Certificate) one);
            }
            if (all.isEmpty()) {
                throw new IllegalArgumentException("no certificate");
            }
            return new StampReader(all);
        } catch (GeneralSecurityException | ClassCastException none) {
            throw new IllegalArgumentException("no certificates in PEM", none);
        }
    }

    /** The digest that is stamped: SHA-256 of the compact JWS, 32 bytes. */
    static byte[] digest(String jws) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(jws.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Reads a token over this head. */
    public Stamp read(String jws, byte[] token) throws InvalidStampException {
        TimeStampToken read = parse(token);
        boolean same = read.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                && MessageDigest.isEqual(read.getTimeStampInfo().getMessageImprintDigest(), digest(jws));
        if (!same) {
            throw new InvalidStampException(Cause.OTHER_REQUEST);
        }
        Collection<X509CertificateHolder> brought = read.getCertificates().getMatches(null);
        X509CertificateHolder signer = signer(read, brought);
        requirePurpose(signer);
        requireSigned(read, signer);
        requireTrusted(read, signer, brought);
        return new Stamp(jws, token, read.getTimeStampInfo().getGenTime().toInstant());
    }

    private static TimeStampToken parse(byte[] token) throws InvalidStampException {
        if (token.length > LARGEST) {
            throw new InvalidStampException(Cause.MALFORMED);
        }
        try {
            return new TimeStampToken(new CMSSignedData(token));
        } catch (CMSException | TSPException | IOException | RuntimeException malformed) {
            throw new InvalidStampException(Cause.MALFORMED);
        }
    }

    /** The certificate that the signature names; it may stand in our own file only. */
    private X509CertificateHolder signer(TimeStampToken token, Collection<X509CertificateHolder> brought)
            throws InvalidStampException {
        List<X509CertificateHolder> all = new ArrayList<>(brought);
        try {
            for (X509Certificate one : trusted) {
                all.add(new X509CertificateHolder(one.getEncoded()));
            }
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a certificate that was read", impossible);
        }
        return all.stream()
                .filter(token.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new InvalidStampException(Cause.UNTRUSTED));
    }

    /** Its one purpose, marked critical, is time stamping (§2.3): who may sign programs or mail has no say about time. */
    private static void requirePurpose(X509CertificateHolder signer) throws InvalidStampException {
        try {
            TSPUtil.validateCertificate(signer);
        } catch (TSPException other) {
            throw new InvalidStampException(Cause.PURPOSE);
        }
    }

    /** With the certificate named in the signed attributes. */
    private static void requireSigned(TimeStampToken token, X509CertificateHolder signer) throws InvalidStampException {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(signer));
        } catch (TSPException
                | OperatorCreationException
                | java.security.cert.CertificateException
                | RuntimeException wrong) {
            throw new InvalidStampException(Cause.SIGNATURE);
        }
    }

    private void requireTrusted(
            TimeStampToken token, X509CertificateHolder signer, Collection<X509CertificateHolder> brought)
            throws InvalidStampException {
        try {
            X509Certificate certificate = certificate(signer);
            if (trusted.contains(certificate)) {
                return;
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            Set<TrustAnchor> anchors = new HashSet<>();
            trusted.forEach(one -> anchors.add(new TrustAnchor(one, null)));
            List<X509Certificate> between = new ArrayList<>();
            for (X509CertificateHolder one : brought) {
                between.add(certificate(one));
            }
            PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, target);
            path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            path.setRevocationEnabled(false);
            path.setDate(token.getTimeStampInfo().getGenTime());
            CertPathBuilder.getInstance("PKIX").build(path);
        } catch (GeneralSecurityException noWay) {
            throw new InvalidStampException(Cause.UNTRUSTED);
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
