package fr.tessere.verification.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CertificateFault;
import fr.tessere.specimen.authority.IssuingState;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.RefusedException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Key rollover with equal names: who may have issued a certificate is found by name, then by key")
class LookUpTest {
    private static final Period VALID = Period.ofDays("2020-01-01", "2045-12-31");

    private final SpecimenAuthority authority = Specimens.authority();

    @Test
    void fiveOfOneNameAndTheRightOneComesFirst() throws RefusedException {
        List<CountrySigner> anchors = new ArrayList<>();
        for (int year = 2020; year < 2024; year++) {
            anchors.add(anchor(authority
                    .currentCountrySigner()
                    .renewed("rollover " + year, VALID, CertificateFault.NONE)
                    .certificate()));
        }
        anchors.add(anchor(authority.countrySigner()));
        anchors.add(anchor(authority.countrySignerOf(IssuingState.UTOPIA).certificate()));
        SignedCertificate signer =
                SignedCertificate.parse(authority.signer("ecdsa-p256").certificate());

        List<CountrySigner> candidates =
                TrustAnchors.of(anchors, List.of(), List.of()).candidates(signer);

        assertThat(candidates).hasSize(5);
        assertThat(candidates.get(0).certificate().encoded()).isEqualTo(authority.countrySigner());
        assertThat(signer.isSignedBy(candidates.get(0).certificate())).isTrue();
        assertThat(signer.isSignedBy(candidates.get(1).certificate())).isFalse();
    }

    /** Time differs from run to run; what a look-up allocates does not, and a walk through all anchors would show in it. */
    @Test
    void amongTwelveHundredItTakesNoMoreThanAmongTen() throws Exception {
        List<CountrySigner> anchors = manyStates(1_200);
        SignedCertificate signer = anchors.get(7).certificate();
        TrustAnchors few = TrustAnchors.of(anchors.subList(0, 10), List.of(), List.of());
        TrustAnchors many = TrustAnchors.of(anchors, List.of(), List.of());

        assertThat(many.candidates(signer)).hasSize(1);
        assertThat(allocated(many, signer)).isPositive().isLessThan(2 * allocated(few, signer));
    }

    private static long allocated(TrustAnchors anchors, SignedCertificate signer) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            anchors.candidates(signer);
            anchors.exactly(signer);
            anchors.revocation(signer, TrustFiles.TODAY);
            anchors.documentSigners(signer.issuer(), signer.serialNumber());
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    /** One key under many names. */
    private static List<CountrySigner> manyStates(int count) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair key = generator.generateKeyPair();
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
        ContentSigner sign = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
        List<CountrySigner> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            X500Name name = new X500Name("C=UT,CN=State " + i);
            byte[] certificate = new X509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(i + 1L),
                            Date.from(VALID.from()),
                            Date.from(VALID.to()),
                            name,
                            info)
                    .build(sign)
                    .getEncoded();
            all.add(anchor(Bytes.of(certificate)));
        }
        return all;
    }

    private static CountrySigner anchor(Bytes certificate) throws RefusedException {
        return new CountrySigner(SignedCertificate.parse(certificate), true);
    }
}
