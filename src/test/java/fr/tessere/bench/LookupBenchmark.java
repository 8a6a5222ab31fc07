package fr.tessere.bench;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.server.Folders;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.TrustFolder;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding a document's country signer among few and among many, five of one name each, as States have them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // set by makeAnchors
public class LookupBenchmark {
    private static final int OF_ONE_NAME = 5;

    @Param({"10", "1200"})
    int anchors;

    private final Instant at = Instant.now();
    private TrustAnchors trust;
    private PassiveAuthentication passive;
    private Bytes sod;
    private SignedCertificate signer;

    /** As many country signers more as are asked for, and a document of a specimen country signer. */
    @Setup
    public void makeAnchors() throws Exception {
        TrustAnchors delivered =
                TrustFolder.survey(Folders.root().resolve("src/main/trust"), at).anchors();
        List<CountrySigner> all = new ArrayList<>(delivered.all());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        while (all.size() < anchors) {
            all.add(new CountrySigner(SignedCertificate.parse(countrySigner(all.size(), key)), false));
        }
        trust = TrustAnchors.of(all, List.of(), List.of());
        passive = new PassiveAuthentication(trust, false);
        DocumentRead read = DocumentRead.of("french-identity-card", new SecureRandom());
        sod = read.files().sod();
        passive.verify(sod, at);
        signer = read.signer(trust);
    }

    /** By the issuer's name and the key identifier. */
    @Benchmark
    public List<CountrySigner> candidates() {
        return trust.candidates(signer);
    }

    /** All of passive authentication, the signer never seen before. */
    @Benchmark
    public SignedDocument passiveSignerNew() throws RefusedException {
        return new PassiveAuthentication(trust, false).verify(sod, at);
    }

    /** All of passive authentication, the signer's verdict kept. */
    @Benchmark
    public SignedDocument passiveSignerKnown() throws RefusedException {
        return passive.verify(sod, at);
    }

    private Bytes countrySigner(int number, KeyPair key) throws Exception {
        X500Name name = new X500Name("C=ZZ,O=Benchmark,CN=Country Signer " + number / OF_ONE_NAME);
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(number + 1L),
                Date.from(at.minusSeconds(86_400)),
                Date.from(at.plusSeconds(86_400)),
                name,
                key.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        certificate.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
        ContentSigner signature = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
        return Bytes.of(certificate.build(signature).getEncoded());
    }
}
